export { default } from './FinanceScreen.svelte';
