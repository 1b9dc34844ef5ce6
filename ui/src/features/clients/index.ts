export { default } from './ClientsScreen.svelte';
