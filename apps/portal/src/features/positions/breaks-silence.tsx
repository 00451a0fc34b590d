'use client';

import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { paths } from '#features/paths.ts';

/** Null until it is answered: neither answer is made for the nation. */
export type Answer = 'no' | 'yes' | null;

type Props = { answer: Answer; onChange: (answer: Answer) => void; textId: string };

/** Asked while silence runs: a doubt stays a footnote, or it breaks silence, which has its own way. */
export function BreaksSilence({ answer, onChange, textId }: Props) {
  const t = useTranslations('positions.breaks');
  return (
    <div>
      <RadioGroup
        name="breaksSilence"
        legend={t('question')}
        value={answer}
        onChange={onChange}
        options={[
          { value: 'no', label: t('no'), description: t('noNote') },
          { value: 'yes', label: t('yes'), description: t('yesNote') },
        ]}
      />
      {answer === 'yes' ? (
        <p role="status" className="mt-1 ml-7 max-w-form text-sm">
          {t('instead')}{' '}
          <Link href={`${paths.text(textId)}#break`} className="font-semibold text-accent hover:underline">
            {t('way')}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
