export { call, keepSession, newRequestId } from './client';
export type { CommandName, Input, Output } from './client';
export {
  ask,
  invalidate,
  line,
  Mutation,
  onEvent,
  queryClient,
  queryKey,
  startEvents,
  useMutation,
  useQuery,
} from './queries.svelte';
export { mutationHooks } from './queries.svelte';
export { usePages } from './pages.svelte';
export { fileToBase64, saveFile, saveText } from './files';
export { CallError, inDesktop, Unreachable } from './transport';
export type * from './generated/wire';
