export { default } from './HistoryScreen.svelte';
export { default as EntryList } from './EntryList.svelte';
