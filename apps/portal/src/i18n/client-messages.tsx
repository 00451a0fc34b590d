import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTimeZone } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Namespace } from './messages.ts';
import { pickWords } from './pick-words.ts';

/** A namespace, or a part of one: `quiz`, `shell.personMenu`. */
export type ClientWords = Namespace | `${Namespace}.${string}`;

const always: readonly ClientWords[] = ['common', 'errors', 'time'];

/**
 * Gives the client components inside it the words they use, and no others. `common`, `errors` and `time` are
 * always among them; a provider inside another replaces its words, so name all that the subtree needs.
 */
export async function ClientMessages({ of, children }: { of: readonly ClientWords[]; children: ReactNode }) {
  const [locale, all, timeZone] = await Promise.all([getLocale(), getMessages(), getTimeZone()]);
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={pickWords(all, [...always, ...of])}>
      {children}
    </NextIntlClientProvider>
  );
}
