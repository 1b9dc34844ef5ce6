export { default } from './ClientsScreen.svelte';
export { colourOf, emptyCard, initialsOf } from './card';
