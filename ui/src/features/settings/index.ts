export { default } from './SettingsScreen.svelte';
