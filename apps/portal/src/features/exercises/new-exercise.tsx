'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { AllyMarking } from '#features/consult/ally-marking.tsx';
import type { MarkingChoices, MarkingInput } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { ExerciseFields, type ExerciseValues, exerciseInput } from './exercise-fields.tsx';

const empty: ExerciseValues = {
  ...{ nameEn: '', nameFr: '', kind: 'cooperative', place: '', timeZone: '', summaryEn: '', summaryFr: '' },
  ...{ startsAt: '', endsAt: '', opensAt: null, closesAt: '', substitutionUntil: '', reofferDays: 42 },
};

/** Begins an exercise: its code, what it is, when, and who may know of it. */
export function NewExercise({ choices, zone }: { choices: MarkingChoices; zone: string }) {
  const t = useTranslations('exercise');
  const router = useRouter();
  const command = useCommand(api.exercises.create.mutate);
  const [marking, setMarking] = useState<MarkingInput>({ level: 0, releasableTo: ['ALLIES'] });
  return (
    <CommandForm
      command={command}
      submit={t('new.submit')}
      input={(form) => ({
        code: String(form.get('code') ?? '').trim(),
        marking,
        ...exerciseInput(form, zone),
      })}
      onDone={({ code }) => router.push(paths.exercisePlan(code))}
    >
      <Field
        name="code"
        label={t('fields.code')}
        description={t('fields.codeNote')}
        error={command.errorOf('code')}
      >
        <TextField name="code" maxLength={20} autoComplete="off" />
      </Field>
      <ExerciseFields values={empty} zone={zone} errorOf={command.errorOf} />
      <AllyMarking choices={choices} value={marking} onChange={setMarking} />
    </CommandForm>
  );
}
