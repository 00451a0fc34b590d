'use client';

import { kinds } from '@concord/api/features/surveys/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import { instantOf } from '#i18n/local-time.ts';
import { api } from '#trpc/client.ts';
import type { SaveInput } from './types.ts';

type Kind = (typeof kinds)[number];
type Line = { key: number; kind: Kind; wordsEn: string; wordsFr: string; choices: string; required: boolean };
export type SurveyValues = Omit<SaveInput, 'exerciseId' | 'surveyId' | 'opensAt' | 'closesAt'> & {
  /** As a field for an instant takes them, in the exercise's zone. */
  opens: string;
  closes: string;
};

type Props = {
  code: string;
  exerciseId: string;
  zone: string;
  surveyId: string | null;
  values: SurveyValues;
};

const words = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** A choice a line: "English / Français", or one for both. */
function choicesOf(typed: string): { en: string; fr: string }[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [en = '', fr] = line.split(' / ');
      return { en: en.trim(), fr: (fr ?? en).trim() };
    });
}

/** Makes a survey or changes it while nobody has answered. */
export function SurveyForm({ code, exerciseId, zone, surveyId, values }: Props) {
  const t = useTranslations('surveys.form');
  const router = useRouter();
  const command = useCommand(api.surveys.save.mutate);
  const [lines, setLines] = useState<Line[]>(() =>
    values.questions.map(({ choices, ...question }, key) => ({
      ...question,
      key,
      choices: choices.map(({ en, fr }) => (en === fr ? en : `${en} / ${fr}`)).join('\n'),
    })),
  );
  const change = (key: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const empty = { kind: 'scale' as const, wordsEn: '', wordsFr: '', choices: '', required: true };
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      input={(form) => ({
        ...{ exerciseId, surveyId, titleEn: words(form, 'titleEn'), titleFr: words(form, 'titleFr') },
        opensAt: instantOf(words(form, 'opensAt'), zone) ?? '',
        closesAt: instantOf(words(form, 'closesAt'), zone) ?? '',
        threshold: Number(words(form, 'threshold')),
        questions: lines.map(({ kind, wordsEn, wordsFr, choices, required }) => ({
          ...{ kind, wordsEn: wordsEn.trim(), wordsFr: wordsFr.trim() || wordsEn.trim(), required },
          choices: kind === 'choice' ? choicesOf(choices) : [],
        })),
      })}
      onDone={({ surveyId: saved }) => router.push(paths.survey(code, saved))}
    >
      {(['titleEn', 'titleFr'] as const).map((name) => (
        <Field key={name} name={name} label={t(name)} error={command.errorOf(name)}>
          <TextField name={name} maxLength={200} defaultValue={values[name]} />
        </Field>
      ))}
      <div className="flex flex-wrap gap-5">
        <Field name="opensAt" label={t('opensAt')} description={zone} error={command.errorOf('opensAt')}>
          <TextField type="datetime-local" name="opensAt" defaultValue={values.opens} />
        </Field>
        <Field name="closesAt" label={t('closesAt')} description={zone} error={command.errorOf('closesAt')}>
          <TextField type="datetime-local" name="closesAt" defaultValue={values.closes} />
        </Field>
      </div>
      <Field
        name="threshold"
        label={t('threshold')}
        description={t('thresholdNote')}
        error={command.errorOf('threshold')}
      >
        <TextField
          type="number"
          name="threshold"
          min={3}
          max={100}
          defaultValue={values.threshold}
          className="max-w-24"
        />
      </Field>
      <fieldset id="field-questions" tabIndex={-1} className="flex flex-col gap-5">
        <legend className="mb-2 font-semibold">{t('questions')}</legend>
        {command.errorOf('questions') ? (
          <p className="font-semibold text-bad">{command.errorOf('questions')}</p>
        ) : null}
        {lines.map((line, at) => (
          <QuestionFields
            key={line.key}
            line={line}
            at={at}
            errorOf={command.errorOf}
            onChange={(part) => change(line.key, part)}
            onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
        <p>
          <Button
            onClick={() =>
              setLines([...lines, { ...empty, key: Math.max(-1, ...lines.map(({ key }) => key)) + 1 }])
            }
          >
            {t('addQuestion')}
          </Button>
        </p>
      </fieldset>
    </CommandForm>
  );
}

type QuestionProps = {
  line: Line;
  at: number;
  errorOf: (path: string) => string | null;
  onChange: (part: Partial<Line>) => void;
  onRemove: () => void;
};

function QuestionFields({ line, at, errorOf, onChange, onRemove }: QuestionProps) {
  const t = useTranslations('surveys.form');
  const path = (name: string) => `questions.${at}.${name}`;
  return (
    <div className="flex max-w-form flex-col gap-3 rounded-md border border-line p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Select
          aria-label={t('kind', { number: at + 1 })}
          className="w-auto!"
          value={line.kind}
          onChange={(event) =>
            onChange({ kind: kinds.find((kind) => kind === event.target.value) ?? 'text' })
          }
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
        <Button size="small" look="danger" onClick={onRemove}>
          {t('removeQuestion')}
          <span className="sr-only">: {at + 1}</span>
        </Button>
      </div>
      {(['wordsEn', 'wordsFr'] as const).map((name) => (
        <Field
          key={name}
          name={path(name)}
          label={t(name)}
          error={errorOf(path(name))}
          optional={name === 'wordsFr'}
        >
          <TextField
            value={line[name]}
            maxLength={300}
            aria-required={name === 'wordsEn'}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Field>
      ))}
      {line.kind === 'choice' ? (
        <Field
          name={path('choices')}
          label={t('choices')}
          description={t('choicesNote')}
          error={errorOf(path('choices'))}
        >
          <TextArea
            rows={3}
            value={line.choices}
            onChange={(event) => onChange({ choices: event.target.value })}
          />
        </Field>
      ) : null}
      <Checkbox checked={line.required} onChange={(event) => onChange({ required: event.target.checked })}>
        {t('required')}
      </Checkbox>
    </div>
  );
}
