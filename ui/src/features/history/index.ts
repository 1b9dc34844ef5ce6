export { default } from './HistoryScreen.svelte';
