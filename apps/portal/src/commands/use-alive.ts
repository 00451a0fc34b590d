import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Whether the page listens yet: not on the server, nor in the moment before its script has taken over. A form sent then
 * would be sent by the browser itself, with what was typed in the address and lost from the page.
 */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
