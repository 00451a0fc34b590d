/** What an entry asks of the composer: to quote it, or to reply to it. */
export type Compose =
  | { kind: 'quote'; contributionId: string; text: string }
  | { kind: 'reply'; contributionId: string; author: string };

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
