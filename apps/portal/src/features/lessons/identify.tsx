'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { LessonFields, lessonInput } from './lesson-fields.tsx';
import type { Observation } from './types.ts';

type Props = {
  exerciseId: string;
  title?: string;
  observations?: readonly Pick<Observation, 'id' | 'what'>[];
};

/** Identifies a lesson: from observations, whose words it starts from, or by itself. */
export function Identify({ exerciseId, title = '', observations = [] }: Props) {
  const t = useTranslations('lessons.lesson');
  const router = useRouter();
  const command = useCommand(api.lessons.identify.mutate);
  const issue = observations
    .map(({ what }) => what)
    .join('\n\n')
    .slice(0, 4_000);
  return (
    <PlanDialog
      action={t('identify')}
      about={title || undefined}
      title={t('identify')}
      size={observations.length > 0 ? 'small' : 'normal'}
    >
      {() => (
        <CommandForm
          command={command}
          submit={t('identify')}
          input={(form) => ({
            exerciseId,
            ...lessonInput(form),
            observationIds: observations.map(({ id }) => id),
          })}
          onDone={({ code, number }) => router.push(paths.lesson(code, number))}
        >
          <LessonFields values={{ title, issue, cause: '', proposal: '' }} errorOf={command.errorOf} />
        </CommandForm>
      )}
    </PlanDialog>
  );
}

type ChangeProps = {
  lesson: { id: string; revision: number; title: string; issue: string; cause: string; proposal: string };
};

/** Puts a lesson otherwise. */
export function ChangeLesson({ lesson }: ChangeProps) {
  const t = useTranslations('lessons.lesson');
  const router = useRouter();
  const command = useCommand(api.lessons.change.mutate);
  return (
    <PlanDialog action={t('change')} title={t('change')} size="normal">
      {(close) => (
        <CommandForm
          command={command}
          submit={t('save')}
          input={(form) => ({ lessonId: lesson.id, revision: lesson.revision, ...lessonInput(form) })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <LessonFields values={lesson} errorOf={command.errorOf} />
        </CommandForm>
      )}
    </PlanDialog>
  );
}
