'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { AudienceLine } from '#features/consult/audience-line.tsx';
import { asInput } from '#features/consult/marking-input.ts';
import { MarkingPicker } from '#features/consult/marking-picker.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { Marking, MarkingChoices, MarkingInput } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';
import type { BindingNote } from './use-binding.ts';

type Props = {
  threadId: string;
  /** The thread's own, which holds unless another is chosen. */
  marking: Marking;
  chosen: MarkingInput | null;
  onChange: (chosen: MarkingInput | null) => void;
  note: BindingNote;
  error?: string | null;
};

/** The marking of what is about to be sent, always in words, with who will be able to read it; one press changes it. */
export function MarkingLine({ threadId, marking, chosen, onChange, note, error }: Props) {
  const t = useTranslations('markings');
  const locale = useLocale();
  const [choices, setChoices] = useState<MarkingChoices | null>(null);
  const [open, setOpen] = useState(false);
  const changing = open && chosen !== null;

  useEffect(() => {
    if (chosen === null || choices) return;
    api.threads.choices
      .query({ threadId })
      .then(setChoices)
      .catch(() => setOpen(false));
  }, [chosen, choices, threadId]);

  const shown = chosen ? choices && chosenView(marking, chosen, choices) : marking;
  function toggle() {
    onChange(changing ? null : (chosen ?? asInput(marking)));
    setOpen(!changing);
  }

  return (
    <div className="rounded-md border border-line-strong bg-wash px-3 py-2 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {shown ? (
          <>
            <strong>{shown.levelName}</strong>
            <span>{releaseWords(shown, t, locale)}</span>
          </>
        ) : null}
        <AudienceLine threadId={threadId} marking={chosen ?? asInput(marking)} />
        <Button look="quiet" size="small" aria-expanded={changing} onClick={toggle}>
          {changing ? t('keep') : t('change')}
        </Button>
      </p>
      <p role="status" className="font-semibold text-warn empty:hidden">
        {note ? t(`binding.${note}`) : null}
      </p>
      {error ? <p className="font-semibold text-bad">{error}</p> : null}
      {changing && choices ? (
        <div className="mt-3 border-t border-line pt-3">
          <MarkingPicker
            choices={choices}
            value={chosen}
            onChange={onChange}
            whole={{ label: t('all'), releasableTo: marking.releasableTo }}
          />
        </div>
      ) : null}
    </div>
  );
}

function chosenView(marking: Marking, chosen: MarkingInput, choices: MarkingChoices): Marking {
  const level = choices.levels.find((one) => one.rank === chosen.level);
  const whole = chosen.releasableTo.length === marking.releasableTo.length;
  const parties = choices.parties.filter((party) => chosen.releasableTo.includes(party.id));
  return {
    ...marking,
    level: chosen.level,
    levelName: level?.name ?? marking.levelName,
    ...(whole ? {} : { allies: false, parties }),
  };
}
