'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { formatSecond } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import type { TextEditing } from './use-text.ts';

/** Two authors wrote at once: both texts stand here, and the one who came later decides how to go on. */
export function Conflict({ editing, language }: { editing: TextEditing; language: string }) {
  const t = useTranslations('authoring.conflict');
  const locale = useLocale() as Locale;
  const zone = useTimeZone() ?? 'UTC';
  const { theirs } = editing;
  if (!theirs) return null;
  const time = theirs.savedAt ? formatSecond(theirs.savedAt, { zone, locale }) : '';
  return (
    <section role="alert" className="mt-2 rounded-md border border-warn bg-warn-wash px-4 py-3">
      <p className="font-semibold">{t('title', { name: theirs.savedBy ?? t('somebody'), time })}</p>
      <p className="mb-2 text-sm">{t('explain')}</p>
      <pre
        lang={language}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        tabIndex={0}
        className="max-h-60 overflow-auto rounded-md border border-line bg-paper p-3 text-sm whitespace-pre-wrap"
      >
        {theirs.source}
      </pre>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => editing.settle(true)}>{t('mine')}</Button>
        <Button onClick={() => editing.settle(false)}>{t('theirs')}</Button>
      </div>
    </section>
  );
}
