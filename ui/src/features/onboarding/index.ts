export { default } from './OnboardingScreen.svelte';
