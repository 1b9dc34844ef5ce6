export { default } from './CalendarScreen.svelte';
