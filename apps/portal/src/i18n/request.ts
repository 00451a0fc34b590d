import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { shellIfAny } from '#trpc/shell.ts';
import { asLocale, localeCookie, negotiateLocale } from './locales.ts';
import { loadMessages } from './messages.ts';

/** The language and the zone of a request: what was chosen here, else the person's setting, else the browser's wish. */
export default getRequestConfig(async () => {
  const chosen = asLocale((await cookies()).get(localeCookie)?.value);
  const shell = await shellIfAny();
  const locale =
    chosen ?? asLocale(shell?.person.locale) ?? negotiateLocale((await headers()).get('accept-language'));
  return { locale, messages: await loadMessages(locale), timeZone: shell?.zones.person ?? 'UTC' };
});
