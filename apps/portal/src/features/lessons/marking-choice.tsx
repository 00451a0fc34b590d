'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { MarkingPicker } from '#features/consult/marking-picker.tsx';
import type { MarkingInput } from '#features/consult/types.ts';
import type { Observations } from './types.ts';

type Props = {
  choices: Observations['marking'];
  chosen: MarkingInput | null;
  onChange: (chosen: MarkingInput | null) => void;
  error: string | null;
};

/** The exercise's marking, which holds unless a narrower one is chosen. */
export function MarkingChoice({ choices, chosen, onChange, error }: Props) {
  const t = useTranslations('lessons.observe');
  const all = choices.parties.map(({ id }) => id);
  const [picked, setPicked] = useState<MarkingInput>({
    level: choices.levels[0]?.rank ?? 0,
    releasableTo: all,
  });
  return (
    <div id="field-marking" tabIndex={-1} className="max-w-form">
      <p className="text-sm text-ink-2">{chosen ? t('narrowed') : t('asExercise')}</p>
      {error ? <p className="font-semibold text-bad">{error}</p> : null}
      <Button
        look="quiet"
        size="small"
        aria-expanded={chosen !== null}
        onClick={() => onChange(chosen ? null : picked)}
      >
        {chosen ? t('keepMarking') : t('narrow')}
      </Button>
      {chosen ? (
        <div className="mt-2 border-t border-line pt-3">
          <MarkingPicker
            choices={choices}
            value={chosen}
            onChange={(value) => {
              setPicked(value);
              onChange(value);
            }}
            whole={{ label: t('whole'), releasableTo: all }}
          />
        </div>
      ) : null}
    </div>
  );
}
