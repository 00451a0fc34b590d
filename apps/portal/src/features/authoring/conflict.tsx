'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { formatSecond } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';

type Props = {
  /** What the other kept, in words; null while nobody did. */
  theirs: { words: string; savedBy: string | null; savedAt: string | null } | null;
  language?: string;
  settle: (mine: boolean) => void;
};

/** Two authors wrote at once: both versions stand here, and the one who came later decides how to go on. */
export function Conflict({ theirs, language, settle }: Props) {
  const t = useTranslations('authoring.conflict');
  const locale = useLocale() as Locale;
  const zone = useTimeZone() ?? 'UTC';
  if (!theirs) return null;
  const name = theirs.savedBy ?? t('somebody');
  const title = theirs.savedAt
    ? t('title', { name, time: formatSecond(theirs.savedAt, { zone, locale }) })
    : t('meanwhile', { name });
  return (
    <section role="alert" className="mt-2 rounded-md border border-warn bg-warn-wash px-4 py-3">
      <p className="font-semibold">{title}</p>
      <p className="mb-2 text-sm">{t('explain')}</p>
      <pre
        lang={language}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        tabIndex={0}
        className="max-h-60 overflow-auto rounded-md border border-line bg-paper p-3 text-sm wrap-anywhere whitespace-pre-wrap"
      >
        {theirs.words}
      </pre>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => settle(true)}>{t('mine')}</Button>
        <Button onClick={() => settle(false)}>{t('theirs')}</Button>
      </div>
    </section>
  );
}
