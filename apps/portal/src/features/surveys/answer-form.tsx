'use client';

import { SCALE } from '@concord/api/features/surveys/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import type { Question } from './types.ts';

type Props = { surveyId: string; questions: readonly Question[] };

/** What was answered, by question; what was left out is not there. */
function answersOf(form: FormData, questions: readonly Question[]): Record<string, string | number> {
  return Object.fromEntries(
    questions.flatMap(({ id, kind }) => {
      const given = String(form.get(`answers.${id}`) ?? '').trim();
      if (given === '') return [];
      return [[id, kind === 'text' ? given : Number(given)]];
    }),
  );
}

/** The questions of a survey, to be answered once and without a name. */
export function AnswerForm({ surveyId, questions }: Props) {
  const t = useTranslations('surveys');
  const router = useRouter();
  const command = useCommand(api.surveys.answer.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('answer')}
      input={(form) => ({ surveyId, answers: answersOf(form, questions) })}
      onDone={() => {
        toast(t('answered'));
        router.refresh();
      }}
    >
      {questions.map((question) => (
        <Asked key={question.id} question={question} error={command.errorOf(`answers.${question.id}`)} />
      ))}
    </CommandForm>
  );
}

function Asked({ question, error }: { question: Question; error: string | null }) {
  const t = useTranslations('surveys');
  const common = useTranslations('common');
  const { id, kind, words, labels, required } = question;
  const name = `answers.${id}`;
  if (kind === 'text')
    return (
      <Field name={name} label={words} error={error} optional={!required}>
        <TextArea name={name} rows={3} maxLength={2000} aria-required={required} />
      </Field>
    );
  const steps = Array.from({ length: SCALE }, (_, at) => at + 1);
  const options =
    kind === 'scale'
      ? steps.map((step) => ({ value: String(step), label: t(`scale.${step as 1 | 2 | 3 | 4 | 5}`) }))
      : labels.map((label, at) => ({ value: String(at), label }));
  return (
    <RadioGroup
      name={name}
      legend={
        <>
          {words}
          {required ? null : <span className="ml-1.5 font-normal text-ink-3">({common('optional')})</span>}
        </>
      }
      options={options}
      error={error}
    />
  );
}
