'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Link } from '#components/ui/link.tsx';
import type { Locale } from '#i18n/locales.ts';
import { personPanelId } from './person-panel-id.ts';
import { Preferences } from './preferences.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import type { Theme } from './theme.ts';

export type PersonPanelProps = { name: string; party: string; locale: Locale; theme: Theme; zone: string };

/**
 * Language, appearance, time zone, account and the way out: a native popover, closed by Escape or a click outside.
 * It is filled when it is first opened, so that no page carries what few of its readers ask for.
 */
export function PersonPanel({ name, party, ...preferences }: PersonPanelProps) {
  const t = useTranslations('shell.personMenu');
  const panel = useRef<HTMLDivElement>(null);
  const [filled, setFilled] = useState(false);

  useEffect(() => {
    // Pressed before this script had come.
    if (panel.current?.matches(':popover-open')) setFilled(true);
  }, []);

  return (
    <div
      ref={panel}
      id={personPanelId}
      popover="auto"
      role="dialog"
      aria-label={t('open')}
      onBeforeToggle={() => setFilled(true)}
      className="fixed inset-auto bottom-[calc(var(--marking-height)+var(--bottom-bar-height)+8px)] left-3 m-0 w-72 max-md:w-full max-w-[calc(100vw-24px)] rounded-lg border border-line-strong bg-raised p-4 text-sm text-ink shadow-float"
    >
      {filled ? (
        <>
          <p className="font-semibold text-base wrap-anywhere">{name}</p>
          <p className="mb-3 text-ink-2">{party}</p>
          <Preferences place="menu" {...preferences} />
          <div className="mt-3 flex items-center justify-between gap-3 border-t border-line pt-3">
            <Link href="/account" className="font-semibold text-accent hover:underline">
              {t('account')}
            </Link>
            <SignOutButton />
          </div>
        </>
      ) : null}
    </div>
  );
}
