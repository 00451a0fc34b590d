import 'server-only';
import type { Caller } from '@concord/api/runtime';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { asLocale, localeCookie, negotiateLocale } from '#i18n/locales.ts';
import { forwardErrors } from './forward-errors.ts';
import { runtime } from './runtime.ts';

/** What a page asks for comes from its address: what makes no sense there is not there either. */
const absent: ReadonlySet<string> = new Set(['NOT_FOUND', 'FORBIDDEN', 'BAD_REQUEST']);

/** The API as the person of this request, for pages: what may not be read becomes the not-found page. */
export const serverApi = cache(async (): Promise<Caller> => {
  const path = (await headers()).get('x-concord-path') ?? '/';
  return forwardErrors(await directApi(), (code) => {
    if (absent.has(code)) notFound();
    if (code === 'UNAUTHORIZED') redirect(signInPath(path));
  });
});

/** The API as the person of this request, with its errors as they are thrown. */
export const directApi = cache(async (): Promise<Caller> => {
  const [cookie, header] = await Promise.all([cookies(), headers()]);
  return runtime().caller({
    sessionToken: cookie.get(runtime().settings.cookies.session)?.value ?? null,
    requestId: header.get('x-request-id') ?? '',
    address: header.get('x-forwarded-for') ?? '',
    userAgent: header.get('user-agent'),
    chosenLocale: asLocale(cookie.get(localeCookie)?.value) ?? null,
    browserLocale: negotiateLocale(header.get('accept-language')),
  });
});

/** The sign-in page, with the way back to where the person was going. */
export function signInPath(path: string): string {
  const way = path.replace(/[?&]_rsc=[^&]*/, '');
  return way === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(way)}`;
}
