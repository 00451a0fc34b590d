/** A short notice at the edge of the screen; what must be answered belongs in a dialog, not here. */
export type Toast = { id: number; message: string };

export const toastEvent = 'concord:toast';

let last = 0;

/** Shows a notice to the reader, and says it to a screen reader. */
export function toast(message: string): void {
  last += 1;
  window.dispatchEvent(new CustomEvent<Toast>(toastEvent, { detail: { id: last, message } }));
}
