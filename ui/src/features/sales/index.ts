export { default } from './SalesScreen.svelte';
export { default as ReceiptTable } from './ReceiptTable.svelte';
export { inShift } from './receipts';
export { methodIcon } from './methods';
