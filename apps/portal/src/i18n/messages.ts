import type en from '#messages/en.json';
import type { Locale } from './locales.ts';
import { spaced } from './spacing.ts';

export type Messages = typeof en;
export type Namespace = keyof Messages;

const loaded = new Map<Locale, Promise<Messages>>();

/** All words of one language; they stay on the server, and clients get the namespaces they ask for. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale) ?? load(locale);
  loaded.set(locale, known);
  return known;
}

async function load(locale: Locale): Promise<Messages> {
  const module = locale === 'fr' ? await import('#messages/fr.json') : await import('#messages/en.json');
  return spaced(module.default as Messages, locale);
}
