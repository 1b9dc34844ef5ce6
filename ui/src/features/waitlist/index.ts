export { default } from './WaitlistScreen.svelte';
export { default as AddWish } from './AddWish.svelte';
export { default as FreedHole } from './FreedHole.svelte';
export { default as StandingOrders } from './StandingOrders.svelte';
export type { WishPrefill } from './wish';
