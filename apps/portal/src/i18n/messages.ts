import type en from '#messages/en.json';
import type { Locale } from './locales.ts';

export type Messages = typeof en;
export type Namespace = keyof Messages;

/** All words of one language; they stay on the server, and clients get the namespaces they ask for. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const module = locale === 'fr' ? await import('#messages/fr.json') : await import('#messages/en.json');
  return module.default as Messages;
}
