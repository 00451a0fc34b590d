'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { AudienceLine } from '#features/consult/audience-line.tsx';
import { asInput } from '#features/consult/marking-input.ts';
import { MarkingPicker } from '#features/consult/marking-picker.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { Marking, MarkingChoices, MarkingInput } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';

type Props = {
  threadId: string;
  /** The thread's own, which holds unless another is chosen. */
  marking: Marking;
  chosen: MarkingInput | null;
  onChange: (chosen: MarkingInput | null) => void;
  error?: string | null;
};

/** The marking of what is about to be sent, always in words, with who will be able to read it; one press changes it. */
export function MarkingLine({ threadId, marking, chosen, onChange, error }: Props) {
  const t = useTranslations('markings');
  const locale = useLocale();
  const [choices, setChoices] = useState<MarkingChoices | null>(null);
  const shown = chosen && choices ? chosenView(marking, chosen, choices) : marking;

  async function open() {
    setChoices(choices ?? (await api.threads.choices.query({ threadId })));
    onChange(asInput(marking));
  }

  return (
    <div className="rounded-md border border-line-strong bg-wash px-3 py-2 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong>{shown.levelName}</strong>
        <span>{releaseWords(shown, t, locale)}</span>
        <AudienceLine threadId={threadId} marking={chosen ?? asInput(marking)} />
        <Button look="quiet" size="small" onClick={() => (chosen ? onChange(null) : open())}>
          {chosen ? t('keep') : t('change')}
        </Button>
      </p>
      {error ? <p className="font-semibold text-bad">{error}</p> : null}
      {chosen && choices ? (
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
