export { default as BookingPanel } from './BookingDoor.svelte';
export { default as SeriesPopup, type HowMany } from './SeriesPopup.svelte';
export { default as AsideBar } from './AsideBar.svelte';
export type { BookingDraft } from './form.svelte';
export { later } from './later.svelte';
export { walkIn } from './walkin';
export { clientFields } from './client';
export { findByName, fold, readClient } from './find';
export { default as Finder } from './Finder.svelte';
