export { default } from './ScheduleScreen.svelte';
export { default as AbsencePlanner } from './AbsencePlanner.svelte';
