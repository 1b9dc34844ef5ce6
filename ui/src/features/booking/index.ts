export { default as BookingPanel } from './BookingPanel.svelte';
export type { BookingDraft } from './form.svelte';
