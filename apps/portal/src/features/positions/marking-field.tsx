'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { asInput } from '#features/consult/marking-input.ts';
import { MarkingPicker } from '#features/consult/marking-picker.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { Marking, MarkingChoices, MarkingInput } from '#features/consult/types.ts';

type Props = {
  /** The text's own, which holds unless a narrower one is chosen. */
  marking: Marking;
  choices: MarkingChoices;
  chosen: MarkingInput | null;
  onChange: (chosen: MarkingInput | null) => void;
  error: string | null;
};

/** The marking of what is said beside a text: the text's in words, and one press to choose a narrower one. */
export function MarkingField({ marking, choices, chosen, onChange, error }: Props) {
  const t = useTranslations('markings');
  const p = useTranslations('positions.marking');
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const changing = open && chosen !== null;
  function toggle() {
    onChange(changing ? null : (chosen ?? asInput(marking)));
    setOpen(!changing);
  }
  return (
    <div
      id="field-marking"
      tabIndex={-1}
      className="max-w-form rounded-md border border-line-strong bg-wash px-3 py-2 text-sm"
    >
      <p>
        <strong>{marking.levelName}</strong> {releaseWords(marking, t, locale)}
      </p>
      <p className="text-ink-2">{p('seated')}</p>
      {error ? <p className="font-semibold text-bad">{error}</p> : null}
      <Button look="quiet" size="small" aria-expanded={changing} onClick={toggle}>
        {changing ? p('keep') : p('narrow')}
      </Button>
      {changing ? (
        <div className="mt-2 border-t border-line pt-3">
          <MarkingPicker
            choices={choices}
            value={chosen}
            onChange={onChange}
            whole={{ label: p('whole'), releasableTo: marking.releasableTo }}
          />
        </div>
      ) : null}
    </div>
  );
}
