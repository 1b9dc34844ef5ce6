export { default } from './DamagedScreen.svelte';
