export { default } from './ProductsScreen.svelte';
