/** What features may use of the window's shared state. */
export { actionOf, actions, useActions, useScanner } from './actions.svelte';
export { errorField, sentence } from './errors';
export {
  followSalon,
  isLocale,
  languageNames,
  type Locale,
  locale,
  locales,
  setLocale,
} from './locale.svelte';
export { operationName } from './operations';
export { go, goBack, here, href, route, setParams } from './router.svelte';
export {
  amount,
  app,
  change,
  clock,
  currency,
  moment,
  money,
  now,
  readMoney,
  roughly,
  salon,
  today,
} from './salon.svelte';
export { can, session, signIn } from './session.svelte';
export { setTheme, type Theme, theme } from './theme.svelte';
export { dismiss, toast, toasts } from './toasts.svelte';
export { type Rows, toList } from './tolist';
export { methodName, paymentName, quantity, roleName, statusName, unitName } from './words';
