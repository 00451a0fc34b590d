import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTimeZone } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Namespace } from './messages.ts';

const always: readonly Namespace[] = ['common', 'errors', 'time'];

/**
 * Gives the client components inside it the words they use, and no others. `common`, `errors` and `time` are
 * always among them; a provider inside another replaces its words, so name all that the subtree needs.
 */
export async function ClientMessages({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const [locale, all, timeZone] = await Promise.all([getLocale(), getMessages(), getTimeZone()]);
  const messages = Object.fromEntries([...always, ...of].map((name) => [name, all[name]]));
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
