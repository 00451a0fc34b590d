'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

type Props = {
  /** The time is over, or it was handed in elsewhere. */
  why: 'over' | 'closed';
  /** How many answers given here came too late. */
  lost: number;
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
      {lost > 0 ? <p className="mt-1">{t(`${why}.lost`, { count: lost })}</p> : null}
      <div className="mt-4">
        <Button look="primary" disabled={pending} onClick={onResult}>
          {pending ? t('handIn.submitting') : t(`${why}.action`)}
        </Button>
      </div>
    </section>
  );
}
