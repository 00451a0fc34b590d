'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { api } from '#trpc/client.ts';
import type { Criterion, Line } from './types.ts';

/** By whom, of what: an evaluator of a team, over all or of something it said; or a team of itself. */
export type Judging = { exerciseId: string; responseId: string | null } & (
  | { kind: 'official'; teamId: string }
  | { kind: 'self' }
);
type Props = {
  judging: Judging;
  action: string;
  about: string;
  title: string;
  /** What it can be judged by: chosen where there is more than one. */
  rubric: readonly Criterion[];
  /** The judgements of the team: the newest of a line is the one that is corrected. */
  lines: readonly Line[];
};

/** Judges, corrects a judgement or takes it back, always with a reason. */
export function JudgeDialog(props: Props) {
  const { action, about, title, rubric } = props;
  if (rubric.length === 0) return null;
  return (
    <PlanDialog action={action} about={about} title={title}>
      {(close) => <JudgeForm {...props} onDone={close} />}
    </PlanDialog>
  );
}

const TAKEN_BACK = 'none';

function JudgeForm({ judging, rubric, lines, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('scoring.judge');
  const router = useRouter();
  const [chosen, setChosen] = useState(rubric[0]?.id ?? '');
  const official = useCommand(api.scoring.score.mutate);
  const self = useCommand(api.scoring.assess.mutate);
  const command = judging.kind === 'official' ? official : self;
  const criterion = rubric.find(({ id }) => id === chosen);
  const last = lines.find(
    (one) => one.criterionId === chosen && one.kind === judging.kind && one.responseId === judging.responseId,
  );
  const fields = (form: FormData) => {
    const level = form.get('level');
    return {
      ...{ exerciseId: judging.exerciseId, criterionId: chosen, revision: last?.revision ?? 0 },
      level: level === null ? -1 : level === TAKEN_BACK ? null : Number(level),
      reason: String(form.get('reason') ?? '').trim(),
    };
  };
  const done = () => {
    onDone();
    router.refresh();
  };
  const body = (
    <>
      {rubric.length > 1 ? (
        <Field name="criterionId" label={t('criterion')}>
          <Select name="criterionId" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {rubric.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <RadioGroup
        key={chosen}
        name="level"
        legend={t('level')}
        error={command.errorOf('level')}
        defaultValue={last?.level === null || last === undefined ? undefined : String(last.level)}
        options={[
          ...(criterion?.levels ?? []).map(({ words, points }, index) => ({
            value: String(index),
            label: words,
            description: points === null ? undefined : t('points', { points }),
          })),
          ...(last && last.level !== null ? [{ value: TAKEN_BACK, label: t('takeBack') }] : []),
        ]}
      />
      <Field name="reason" label={t('reason')} error={command.errorOf('reason')}>
        <TextArea name="reason" rows={3} maxLength={4000} />
      </Field>
    </>
  );
  const submit = t(last ? 'correct' : 'judge');
  if (judging.kind === 'self')
    return (
      <CommandForm command={self} submit={submit} input={fields} onDone={done}>
        {body}
      </CommandForm>
    );
  const { teamId, responseId } = judging;
  return (
    <CommandForm
      command={official}
      submit={submit}
      input={(form) => ({ ...fields(form), teamId, responseId })}
      onDone={done}
    >
      {body}
    </CommandForm>
  );
}
