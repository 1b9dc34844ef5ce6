export { default } from './SalesScreen.svelte';
export { default as ReceiptTable } from './ReceiptTable.svelte';
export { default as NewSale } from './NewSale.svelte';
export { methodIcon } from './methods';
