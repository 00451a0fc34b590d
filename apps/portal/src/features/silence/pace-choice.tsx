'use client';

import { useTranslations } from 'next-intl';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import type { Proposal } from './types.ts';

type Pace = Proposal['paces'][number]['pace'];

type Props = { paces: Proposal['paces']; value: Pace; onChange: (pace: Pace) => void };

/** How quickly a text is to be agreed, with the shortest silence for each. */
export function PaceChoice({ paces, value, onChange }: Props) {
  const t = useTranslations('silence.beginForm');
  return (
    <RadioGroup
      name="pace"
      legend={t('pace')}
      value={value}
      onChange={onChange}
      options={paces.map(({ pace, hours }) => ({
        value: pace,
        label: t(`paces.${pace}`),
        description: t('least', { hours }),
      }))}
    />
  );
}
