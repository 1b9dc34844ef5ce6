export { default } from './ImportScreen.svelte';
