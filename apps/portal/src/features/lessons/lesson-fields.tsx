'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type Values = { title: string; issue: string; cause: string; proposal: string };

/** What a lesson says, as the API takes it. */
export function lessonInput(form: FormData): Values {
  const words = (name: string) => String(form.get(name) ?? '').trim();
  return { title: words('title'), issue: words('issue'), cause: words('cause'), proposal: words('proposal') };
}

type Props = { values: Values; errorOf: (path: string) => string | null };

/** The fields of a lesson: what is wrong, why, and what should be done. */
export function LessonFields({ values, errorOf }: Props) {
  const t = useTranslations('lessons.lesson');
  return (
    <>
      <Field name="title" label={t('title')} error={errorOf('title')}>
        <TextField name="title" maxLength={200} defaultValue={values.title} />
      </Field>
      {(['issue', 'cause', 'proposal'] as const).map((name) => (
        <Field key={name} name={name} label={t(name)} error={errorOf(name)} optional={name !== 'issue'}>
          <TextArea
            name={name}
            rows={3}
            maxLength={4000}
            defaultValue={values[name]}
            aria-required={name === 'issue'}
          />
        </Field>
      ))}
    </>
  );
}
