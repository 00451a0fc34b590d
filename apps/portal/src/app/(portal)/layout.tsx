import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PortalShell } from '#features/shell/portal-shell.tsx';
import { requireShell } from '#trpc/shell.ts';

/** Every title behind sign-in carries the marking; a page under a stronger one sets its own with `pageTitle`. */
export async function generateMetadata(): Promise<Metadata> {
  const shell = await requireShell();
  const level = shell.marking[await getLocale()];
  const marking = shell.inside ? (await getTranslations('markings'))('exercise', { level }) : level;
  return { title: { absolute: marking, template: `%s · ${marking}` } };
}

/** The frame around every page behind sign-in. It shows; the API decides, at each call. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [shell, asked] = await Promise.all([requireShell(), headers()]);
  const [pathname = '/'] = (asked.get('x-concord-path') ?? '/').split('?', 1);
  return (
    <PortalShell shell={shell} pathname={pathname}>
      {children}
    </PortalShell>
  );
}
