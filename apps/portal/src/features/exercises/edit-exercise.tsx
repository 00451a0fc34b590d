'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { ExerciseFields, exerciseInput } from './exercise-fields.tsx';
import type { ExerciseEditing } from './types.ts';

/** Changes what an exercise is and when. Who saves second is told. */
export function EditExercise({ exercise, zone }: { exercise: ExerciseEditing; zone: string }) {
  const t = useTranslations('exercise');
  const router = useRouter();
  const command = useCommand(api.exercises.edit.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('edit.submit')}
      input={(form) => ({
        exerciseId: exercise.id,
        revision: exercise.revision,
        ...exerciseInput(form, zone),
      })}
      onDone={({ code }) => router.push(paths.exercise(code))}
    >
      <ExerciseFields values={exercise} zone={zone} errorOf={command.errorOf} />
    </CommandForm>
  );
}
