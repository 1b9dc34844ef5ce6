export { default as BookingPanel } from './BookingPanel.svelte';
export type { BookingDraft } from './form.svelte';
export { later } from './later.svelte';
export { walkIn } from './walkin';
export { findByName, readClient } from './find';
export { default as Finder } from './Finder.svelte';
