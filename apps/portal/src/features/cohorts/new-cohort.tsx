'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { paths } from '#features/paths.ts';
import type { CohortChoices } from '#features/people/types.ts';
import { api } from '#trpc/client.ts';
import { CohortFields, cohortInput } from './cohort-fields.tsx';

type Props = { choices: CohortChoices; zone: string; today: string };

/** Makes a cohort: which course, when, and seats for whom. */
export function NewCohort({ choices, zone, today }: Props) {
  const t = useTranslations('cohorts');
  const router = useRouter();
  const command = useCommand(api.cohorts.create.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('create')}
      input={(form) => ({
        courseId: String(form.get('courseId')),
        ...cohortInput(form, choices.parties, zone),
      })}
      onDone={({ cohortId }) => router.push(paths.cohort(cohortId))}
    >
      <Field name="courseId" label={t('fields.course')} error={command.errorOf('courseId')}>
        <Select name="courseId">
          {choices.courses.map((course) => (
            <option key={course.id} value={course.id}>
              {course.title}
            </option>
          ))}
        </Select>
      </Field>
      <CohortFields
        values={{ nameEn: '', nameFr: '', starts: today, due: '', seats: {} }}
        parties={choices.parties}
        errorOf={command.errorOf}
      />
    </CommandForm>
  );
}
