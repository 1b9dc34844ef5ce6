export { default } from './SalesScreen.svelte';
export { default as ReceiptTable } from './ReceiptTable.svelte';
export { methodIcon } from './methods';
