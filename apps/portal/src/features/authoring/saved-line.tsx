'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { formatSecond } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict';

type Props = {
  savedAt: string | null;
  state?: SaveState;
  /** It is saved when that is asked for, not as it is typed. */
  byHand?: boolean;
};

/** When something was last kept, or why it is not yet. Trouble is read out; each saving is not. */
export function SavedLine({ savedAt, state = 'saved', byHand = false }: Props) {
  const t = useTranslations('authoring.saving');
  const locale = useLocale() as Locale;
  const zone = useTimeZone() ?? 'UTC';
  const trouble = state === 'offline' || state === 'refused' ? t(state) : null;
  return (
    <div className="mt-1.5 min-h-6 text-sm text-ink-2">
      {state === 'saving' || (state === 'unsaved' && !byHand) ? t('saving') : null}
      {state === 'unsaved' && byHand ? t('notYet') : null}
      {state === 'saved' && savedAt ? (
        <>
          <span aria-hidden="true">✓ </span>
          <time dateTime={savedAt}>{t('saved', { time: formatSecond(savedAt, { zone, locale }) })}</time>
        </>
      ) : null}
      <span role="status" className="font-medium text-warn empty:hidden">
        {trouble}
      </span>
    </div>
  );
}
