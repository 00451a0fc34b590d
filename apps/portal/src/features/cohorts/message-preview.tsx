'use client';

import { useTranslations } from 'next-intl';
import { RenderedText } from '#components/rendered-text.tsx';
import type { MessageText } from './message-texts.tsx';
import type { MessagePreview } from './types.ts';

type Props = { written: { en: MessageText | null; fr: MessageText | null }; shown: MessagePreview };

/** A message as it will be read in each of its languages, and the names of those it goes to. */
export function MessagePreviewed({ written, shown }: Props) {
  const t = useTranslations('cohorts.messages');
  return (
    <div className="flex flex-col gap-6" role="status">
      {(['en', 'fr'] as const).map((language) => {
        const text = written[language];
        return text ? (
          <section key={language} aria-label={t(`language.${language}`)} className="max-w-measure">
            <p className="text-sm text-ink-3">{t(`language.${language}`)}</p>
            <h3 lang={language} className="mb-2 border-b border-line pb-1 wrap-anywhere">
              {text.subject}
            </h3>
            <RenderedText html={shown.html[language] ?? ''} language={language} />
          </section>
        ) : null;
      })}
      <section className="max-w-measure">
        <h3 className="mb-1">{t('goesTo', { count: shown.to.length })}</h3>
        {shown.to.length === 0 ? <p className="text-ink-2">{t('nobody')}</p> : null}
        <ul className="grid gap-x-8 md:grid-cols-2">
          {shown.to.map((person) => (
            <li key={person.personId} className="py-0.5 wrap-anywhere">
              {person.name}, {person.partyCode}
            </li>
          ))}
        </ul>
        <p className="mt-3 text-sm text-ink-2">{t('mailNote')}</p>
      </section>
    </div>
  );
}
