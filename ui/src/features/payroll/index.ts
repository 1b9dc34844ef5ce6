export { default } from './PayrollScreen.svelte';
