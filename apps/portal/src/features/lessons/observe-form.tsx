'use client';

import { kinds } from '@concord/api/features/lessons/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { toast } from '#components/ui/toast.ts';
import type { MarkingInput } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';
import { MarkingChoice } from './marking-choice.tsx';
import { SeenFields, seenInput } from './seen-fields.tsx';
import type { Observation, Observations } from './types.ts';

/** Notes what one saw; made for a phone in the hand: two choices, one text, the rest folded. */
export function ObserveForm({ page }: { page: Observations }) {
  const t = useTranslations('lessons.observe');
  const router = useRouter();
  const command = useCommand(api.lessons.observe.mutate);
  const [marking, setMarking] = useState<MarkingInput | null>(null);
  const [round, setRound] = useState(0);
  return (
    <CommandForm
      key={round}
      command={command}
      submit={t('submit')}
      input={(form) => ({
        exerciseId: page.exercise.id,
        ...seenInput(form),
        ...(marking ? { marking } : {}),
      })}
      onDone={() => {
        toast(t('noted'));
        setMarking(null);
        setRound(round + 1);
        router.refresh();
      }}
    >
      <SeenFields
        names={page.names}
        values={{
          kind: kinds[1],
          what: '',
          evidence: '',
          teamId: page.teamId,
          objectiveId: null,
          injectId: null,
        }}
        errorOf={command.errorOf}
      >
        <MarkingChoice
          choices={page.marking}
          chosen={marking}
          onChange={setMarking}
          error={command.errorOf('marking')}
        />
      </SeenFields>
    </CommandForm>
  );
}

type ChangeProps = { observation: Observation; names: Observations['names']; onDone: () => void };

/** Puts an own observation otherwise. */
export function ChangeObservation({ observation, names, onDone }: ChangeProps) {
  const t = useTranslations('lessons.observe');
  const router = useRouter();
  const command = useCommand(api.lessons.changeObservation.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      input={(form) => ({ observationId: observation.id, ...seenInput(form) })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <SeenFields names={names} values={observation} errorOf={command.errorOf} />
    </CommandForm>
  );
}
