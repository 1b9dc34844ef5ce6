export { default } from './CheckoutScreen.svelte';
