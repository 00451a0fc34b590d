'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode, Ref } from 'react';
import { Button } from '#components/ui/button.tsx';

type Props = {
  /** Places of the questions that have no answer. */
  unanswered: readonly number[];
  pending: boolean;
  onGoTo: (place: number) => void;
  onBack: () => void;
  onHandIn: () => void;
  head: Ref<HTMLHeadingElement>;
  children: ReactNode;
};

/** The last look before handing in: what has no answer yet, and the way back to it. */
export function HandIn({ unanswered, pending, onGoTo, onBack, onHandIn, head, children }: Props) {
  const t = useTranslations('quiz.handIn');
  return (
    <section>
      <h2 ref={head} tabIndex={-1} className="mb-2 text-xl outline-none">
        {t('title')}
      </h2>
      {unanswered.length === 0 ? (
        <p>{t('all')}</p>
      ) : (
        <>
          <p className="mb-2">{t('unanswered', { count: unanswered.length })}</p>
          <ul className="flex flex-wrap gap-2">
            {unanswered.map((place) => (
              <li key={place}>
                <Button size="small" onClick={() => onGoTo(place)}>
                  {t('goTo', { number: place + 1 })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-3 max-w-measure text-ink-2">{t('note')}</p>
      <div className="mt-8 flex max-w-measure flex-wrap items-center gap-x-4 gap-y-3">
        <Button onClick={onBack}>{t('toQuestions')}</Button>
        <Button look="primary" disabled={pending} onClick={onHandIn}>
          {pending ? t('submitting') : unanswered.length === 0 ? t('submit') : t('anyway')}
        </Button>
        {children}
      </div>
    </section>
  );
}
