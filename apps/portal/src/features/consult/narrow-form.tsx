'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import type { Command } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { api } from '#trpc/client.ts';
import { AudienceLine } from './audience-line.tsx';
import { asInput } from './marking-input.ts';
import { MarkingPicker } from './marking-picker.tsx';
import type { Marking, MarkingChoices, MarkingInput } from './types.ts';

type Props<Target, Output> = {
  threadId: string;
  /** The marking as it is now: only narrower ones are offered. */
  marking: Marking;
  command: Command<Target & { marking: MarkingInput }, Output>;
  target: Target;
  onDone: (output: Output) => void;
  actions?: ReactNode;
};

/** Chooses a narrower marking for something that stands already, and says who will be left to read it. */
export function NarrowForm<Target, Output>(props: Props<Target, Output>) {
  const { threadId, marking, command, target, onDone, actions } = props;
  const t = useTranslations('markings');
  const [choices, setChoices] = useState<MarkingChoices | null>(null);
  const [value, setValue] = useState<MarkingInput>(() => asInput(marking));

  useEffect(() => {
    api.threads.choices
      .query({ threadId })
      .then((all) => setChoices(within(all, marking)))
      .catch(() => setChoices({ levels: [], parties: [] }));
  }, [threadId, marking]);

  if (!choices) return <p className="text-ink-2">{t('counting')}</p>;
  return (
    <CommandForm
      command={command}
      submit={t('narrow.submit')}
      input={() => ({ ...target, marking: value })}
      onDone={onDone}
      actions={actions}
    >
      <p className="text-ink-2">{t('narrow.body')}</p>
      <MarkingPicker
        choices={choices}
        value={value}
        onChange={setValue}
        whole={{ label: t('narrow.whole'), releasableTo: marking.releasableTo }}
      />
      <p className="border-t border-line pt-3 text-sm">
        <AudienceLine threadId={threadId} marking={value} />
      </p>
    </CommandForm>
  );
}

/** The levels and parties no wider than a marking. */
function within(choices: MarkingChoices, marking: Marking): MarkingChoices {
  return {
    levels: choices.levels.filter((level) => level.rank >= marking.level),
    parties: choices.parties.filter((party) => marking.releasableTo.includes(party.id)),
  };
}
