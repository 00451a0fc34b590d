import type { Marking } from '#features/consult/types.ts';

/** What an entry asks of the composer: to quote it, or to reply to it, under no weaker marking than its own. */
export type Compose = { contributionId: string; marking: Marking } & (
  | { kind: 'quote'; text: string }
  | { kind: 'reply'; author: string }
);

const name = 'concord:compose';

/** Hands something to the composer on this page. */
export function compose(what: Compose): void {
  window.dispatchEvent(new CustomEvent<Compose>(name, { detail: what }));
}

/** Hears what entries ask of the composer, until the answer is called. */
export function onCompose(listener: (what: Compose) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<Compose>).detail);
  window.addEventListener(name, hear);
  return () => window.removeEventListener(name, hear);
}
