import '#styles/globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { asTheme, themeCookie } from '#features/shell/theme.ts';
import { fontVariables } from '#styles/fonts.ts';
import { shellIfAny } from '#trpc/shell.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return {
    title: { default: t('productName'), template: `%s · ${t('productName')}` },
    robots: { index: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

/** The document: language, theme and typeface. Who may read what is decided by the API, at each call. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosen = asTheme((await cookies()).get(themeCookie)?.value);
  const shell = await shellIfAny();
  const theme = chosen ?? asTheme(shell?.person.theme) ?? 'system';
  return (
    <html
      lang={await getLocale()}
      data-theme={theme}
      data-person={shell?.person.id}
      className={fontVariables}
    >
      <body>{children}</body>
    </html>
  );
}
