'use client';

import { rolesAsked, subjects } from '@concord/api/features/requirements/rules';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Values } from './form-input.ts';
import type { Choices } from './types.ts';

type Props = { choices: Choices; values: Values; errorOf: (path: string) => string | null };

/** Of whom it is asked: a kind, and which one of that kind. */
export function SubjectFields({ choices, values, errorOf }: Props) {
  const t = useTranslations('requirements');
  const roles = useTranslations('shell.roles');
  const [subject, setSubject] = useState(values.subject);
  const options = useOptions(choices, subject);
  return (
    <div className="grid gap-5 md:max-w-measure md:grid-cols-2">
      <Field name="subject" label={t('ofWhom')}>
        <Select
          name="subject"
          value={subject}
          onChange={({ target }) => setSubject(subjects.find((one) => one === target.value) ?? 'everyone')}
        >
          {subjects.map((one) => (
            <option key={one} value={one}>
              {t(`kinds.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {subject === 'appointment' ? (
        <Field name="role" label={t('fields.role')} error={errorOf('role')}>
          <Select name="role" defaultValue={values.role}>
            <option value="">{t('choose')}</option>
            {rolesAsked.map((role) => (
              <option key={role} value={role}>
                {roles(role)}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {options ? (
        <Field
          name="subjectId"
          label={t(`fields.${subject as 'workRole' | 'cohort' | 'seat' | 'courseVersion'}`)}
          error={errorOf('subjectId')}
        >
          <Select key={subject} name="subjectId" defaultValue={values.subjectId}>
            <option value="">{t('choose')}</option>
            {options.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  );
}

function useOptions(choices: Choices, subject: Values['subject']) {
  const locale = useLocale();
  const t = useTranslations('requirements');
  if (subject === 'workRole') return choices.work.map((one) => ({ id: one.id, name: inLocale(locale, one) }));
  if (subject === 'cohort' || subject === 'seat')
    return choices.cohorts.map((one) => ({ id: one.id, name: inLocale(locale, one) }));
  if (subject === 'courseVersion')
    return choices.courses.map(({ versionId, title, number }) => ({
      id: versionId,
      name: t('version', { title, number }),
    }));
  return null;
}
