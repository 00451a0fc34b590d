'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

type Props = {
  /** The time is over, or it was handed in elsewhere. */
  why: 'over' | 'closed';
  /** An answer came too late. */
  lost: boolean;
  pending: boolean;
  onResult: () => void;
};

/** No more answers are taken: why, and the way to the result. */
export function AttemptEnd({ why, lost, pending, onResult }: Props) {
  const t = useTranslations('quiz');
  return (
    <section role="alert" className="max-w-measure rounded-md border border-warn bg-warn-wash px-5 py-4">
      <h2 className="mb-1 text-xl">{t(`${why}.title`)}</h2>
      <p>{t(`${why}.body`)}</p>
      {lost && why === 'over' ? <p className="mt-1">{t('over.lost')}</p> : null}
      <div className="mt-4">
        <Button look="primary" disabled={pending} onClick={onResult}>
          {pending ? t('handIn.submitting') : t(`${why}.action`)}
        </Button>
      </div>
    </section>
  );
}
