export { default } from './CashScreen.svelte';
