export { default } from './LoginScreen.svelte';
