'use client';

import { useTranslations } from 'next-intl';

/** What a new version brings about, told before it is made: it cannot be taken back. */
export function WhatFollows({ number }: { number: number }) {
  const t = useTranslations('texts.editor.follows');
  const before = number - 1;
  return (
    <div className="mt-4 border-t border-line pt-3">
      <p className="font-semibold">{t('title')}</p>
      <ul className="mt-1 list-disc pl-5">
        <li>{t('stays')}</li>
        {before > 0 ? (
          <>
            <li>{t('positions', { before })}</li>
            <li>{t('silence', { before })}</li>
          </>
        ) : null}
        <li>{t('told')}</li>
      </ul>
    </div>
  );
}
