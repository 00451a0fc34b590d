/** By which the server's store of an answer's texts is found from both sides of a page: what makes it and what renders it. */
export const HELD_TEXTS = Symbol.for('concord.heldTexts');

/** A text of a page by what it says; without `html` where it stands in the document and is not carried beside it. */
export type HeldText = { digest: string; html?: string };

type Answers = { getStore(): Map<string, string> | undefined };

/** The texts of the document that is being answered; undefined when none is. */
export function heldTexts(): Map<string, string> | undefined {
  return (Reflect.get(globalThis, HELD_TEXTS) as Answers | undefined)?.getStore();
}
