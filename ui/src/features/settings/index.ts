export { default } from './SettingsScreen.svelte';
export { default as BackupTable } from './BackupTable.svelte';
export { default as RestoreDialog } from './RestoreDialog.svelte';
