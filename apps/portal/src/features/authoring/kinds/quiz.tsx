'use client';

import type { QuizSettings } from '@concord/api/features/authoring/kinds/quiz';
import { useRouter } from 'next/navigation';
import { useTimeZone, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { QuizSlots } from '#features/bank/quiz-slots.tsx';
import { instantOf, localOf } from '#i18n/local-time.ts';
import { Conflict } from '../conflict.tsx';
import { SavedLine } from '../saved-line.tsx';
import { settingsWords, useSettings } from '../use-settings.ts';
import type { KindProps } from './kind-editor.ts';

/** How a quiz is taken, and what it asks. */
export function QuizEditor({ course, edited }: KindProps) {
  const t = useTranslations('authoring.quiz');
  const router = useRouter();
  const zone = useTimeZone() ?? 'UTC';
  const start = edited.activity.quiz as QuizSettings;
  const {
    settings: quiz,
    savedAt,
    state,
    theirs,
    settle,
    round,
    command,
    save,
  } = useSettings(course, edited, start);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    save(settingsOf(new FormData(event.currentTarget), zone));
  }

  const number = (name: 'passMark' | 'maxAttempts' | 'minutes' | 'delayHours', optional: boolean) => (
    <Field
      name={name}
      label={t(name)}
      description={t(`${name}Hint`)}
      optional={optional}
      error={command.errorOf(name)}
    >
      <TextField type="number" name={name} min={0} defaultValue={quiz[name] ?? ''} />
    </Field>
  );
  const time = (name: 'opensAt' | 'closesAt') => (
    <Field
      name={name}
      label={t(name)}
      description={t('inZone', { zone })}
      optional
      error={command.errorOf(name)}
    >
      <TextField type="datetime-local" name={name} defaultValue={localOf(quiz[name] ?? null, zone)} />
    </Field>
  );

  return (
    <div className="flex flex-col gap-8">
      <QuizSlots activityId={edited.activity.id} onChanged={() => router.refresh()} />
      <section aria-labelledby="quiz-settings">
        <h2 id="quiz-settings" className="mb-3">
          {t('settings')}
        </h2>
        <form key={round} onSubmit={submit} noValidate>
          <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
          <div className="grid max-w-4xl gap-5 md:grid-cols-2">
            {number('passMark', false)}
            {number('maxAttempts', true)}
            {number('minutes', true)}
            {number('delayHours', true)}
            {time('opensAt')}
            {time('closesAt')}
            <Field name="feedback" label={t('feedback')}>
              <Select name="feedback" defaultValue={quiz.feedback ?? 'deferred'}>
                <option value="deferred">{t('deferred')}</option>
                <option value="immediate">{t('immediate')}</option>
              </Select>
            </Field>
            <Field name="showRight" label={t('showRight')}>
              <Select name="showRight" defaultValue={quiz.showRight ?? 'always'}>
                <option value="always">{t('always')}</option>
                <option value="atEnd">{t('atEnd')}</option>
                <option value="never">{t('never')}</option>
              </Select>
            </Field>
            <Checkbox name="shuffle" defaultChecked={quiz.shuffle}>
              {t('shuffle')}
            </Checkbox>
            <Checkbox name="certainty" defaultChecked={quiz.certainty}>
              {t('certainty')}
            </Checkbox>
          </div>
          <Button type="submit" look="primary" disabled={command.pending} className="mt-5">
            {t('save')}
          </Button>
          <SavedLine savedAt={savedAt} state={state} />
          <Conflict theirs={settingsWords(theirs)} settle={settle} />
        </form>
      </section>
    </div>
  );
}

function settingsOf(form: FormData, zone: string): QuizSettings {
  const number = (name: string) => {
    const typed = String(form.get(name) ?? '').trim();
    return typed === '' ? null : Math.round(Number(typed));
  };
  const time = (name: string) => instantOf(String(form.get(name) ?? ''), zone);
  const right = form.get('showRight');
  return {
    passMark: number('passMark') ?? 0,
    maxAttempts: number('maxAttempts'),
    minutes: number('minutes'),
    delayHours: number('delayHours') ?? 0,
    opensAt: time('opensAt'),
    closesAt: time('closesAt'),
    feedback: form.get('feedback') === 'immediate' ? 'immediate' : 'deferred',
    showRight: right === 'atEnd' || right === 'never' ? right : 'always',
    shuffle: form.get('shuffle') === 'on',
    certainty: form.get('certainty') === 'on',
  };
}
