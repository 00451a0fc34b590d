'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import type { Exercise } from './types.ts';

const lines = (value: unknown) =>
  String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the exercise is to show: a line each, in both languages, in the same order. */
export function ObjectivesPlan({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('exercise.plan');
  const router = useRouter();
  const command = useCommand(api.exercises.saveObjectives.mutate);
  const known = exercise.objectives;
  return (
    <section aria-labelledby="objectives">
      <h2 id="objectives" className="mb-3">
        {t('objectives')}
      </h2>
      <CommandForm
        command={command}
        submit={t('saveObjectives')}
        input={(form) => {
          const [en, fr] = [lines(form.get('objectivesEn')), lines(form.get('objectivesFr'))];
          return {
            exerciseId: exercise.id,
            objectives: en.map((titleEn, index) => ({
              ...{ id: known[index]?.id ?? null, titleEn, titleFr: fr[index] ?? titleEn },
            })),
          };
        }}
        onDone={() => {
          toast(t('objectivesSaved'));
          router.refresh();
        }}
      >
        <div className="grid gap-5 md:grid-cols-2">
          <Field name="objectivesEn" label={t('objectivesEn')} description={t('objectivesNote')} optional>
            <TextArea
              name="objectivesEn"
              rows={5}
              aria-required={false}
              defaultValue={known.map(({ titleEn }) => titleEn).join('\n')}
            />
          </Field>
          <Field name="objectivesFr" label={t('objectivesFr')} description={t('objectivesNote')} optional>
            <TextArea
              name="objectivesFr"
              rows={5}
              aria-required={false}
              defaultValue={known.map(({ titleFr }) => titleFr).join('\n')}
            />
          </Field>
        </div>
      </CommandForm>
    </section>
  );
}
