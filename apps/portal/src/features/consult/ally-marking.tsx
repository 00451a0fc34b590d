'use client';

import { useTranslations } from 'next-intl';
import { MarkingPicker } from './marking-picker.tsx';
import type { MarkingChoices, MarkingInput } from './types.ts';

type Props = {
  choices: MarkingChoices;
  value: MarkingInput;
  onChange: (value: MarkingInput) => void;
};

/** The marking of something new: to all Allies as they are now, or to parties one chooses. */
export function AllyMarking({ choices, value, onChange }: Props) {
  const t = useTranslations('markings');
  const allies = choices.parties.filter((party) => party.ally);
  const nations = allies.filter((party) => party.kind === 'nation').length;
  return (
    <MarkingPicker
      choices={choices}
      value={value}
      onChange={onChange}
      whole={{
        label: t('allies'),
        note: t('alliesNote', { nations, others: allies.length - nations }),
        releasableTo: ['ALLIES'],
      }}
    />
  );
}
