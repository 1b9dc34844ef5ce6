export { default } from './VisitsScreen.svelte';
