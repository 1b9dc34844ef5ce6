export { default } from './SalesScreen.svelte';
