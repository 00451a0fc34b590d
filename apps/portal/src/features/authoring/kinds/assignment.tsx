'use client';

import type { AssignmentSettings } from '@concord/api/features/authoring/kinds/assignment';
import { useTimeZone, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { instantOf, localOf } from '#i18n/local-time.ts';
import { Conflict } from '../conflict.tsx';
import { SavedLine } from '../saved-line.tsx';
import { TextEditor } from '../text-editor.tsx';
import { settingsWords, useSettings } from '../use-settings.ts';
import type { KindProps } from './kind-editor.ts';
import { RubricEditor } from './rubric.tsx';

const NUMBERS = ['passMark', 'minWords', 'maxWords', 'dueDays'] as const;
const SWITCHES = ['text', 'files', 'blind', 'secondMarker'] as const;

/** What is asked, and how it is judged. */
export function AssignmentEditor({ course, edited, languages }: KindProps) {
  const t = useTranslations('assignments.edit');
  const zone = useTimeZone() ?? 'UTC';
  const start = edited.activity.settings as AssignmentSettings;
  const { settings, savedAt, state, theirs, settle, round, command, save } = useSettings(
    course,
    edited,
    start,
  );
  const [rubric, setRubric] = useState(start.rubric);
  // What came from elsewhere is drawn anew with its rubric.
  useEffect(() => setRubric(settings.rubric), [settings.rubric]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const number = (name: string) => {
      const typed = String(form.get(name) ?? '').trim();
      return typed === '' ? null : Math.round(Number(typed));
    };
    const on = (name: string) => form.get(name) === 'on';
    save({
      text: on('text'),
      files: on('files'),
      blind: on('blind'),
      secondMarker: on('secondMarker'),
      passMark: number('passMark') ?? 0,
      minWords: number('minWords'),
      maxWords: number('maxWords'),
      dueDays: number('dueDays'),
      dueAt: instantOf(String(form.get('dueAt') ?? ''), zone),
      late: form.get('late') === 'refuse' ? 'refuse' : 'accept',
      rubric,
    });
  }

  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="assignment-text">
        <h2 id="assignment-text" className="mb-2">
          {t('instructions')}
        </h2>
        <TextEditor course={course} edited={edited} languages={languages} label={t('instructions')} />
      </section>
      <form key={round} onSubmit={submit} noValidate aria-label={t('settings')}>
        <h2 className="mb-3">{t('settings')}</h2>
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        <div className="mb-6 grid max-w-4xl gap-5 md:grid-cols-2">
          {NUMBERS.map((name) => (
            <Field
              key={name}
              name={name}
              label={t(name)}
              optional={name !== 'passMark'}
              error={command.errorOf(name)}
            >
              <TextField type="number" name={name} min={0} defaultValue={settings[name] ?? ''} />
            </Field>
          ))}
          <Field name="dueAt" label={t('dueAt')} optional error={command.errorOf('dueAt')}>
            <TextField type="datetime-local" name="dueAt" defaultValue={localOf(settings.dueAt, zone)} />
          </Field>
          <Field name="late" label={t('late')}>
            <Select name="late" defaultValue={settings.late}>
              <option value="accept">{t('accept')}</option>
              <option value="refuse">{t('refuse')}</option>
            </Select>
          </Field>
          {SWITCHES.map((name) => (
            <Checkbox key={name} name={name} defaultChecked={settings[name]}>
              {t(name)}
            </Checkbox>
          ))}
        </div>
        <RubricEditor rubric={rubric} languages={languages} onChange={setRubric} />
        <Button type="submit" look="primary" disabled={command.pending} className="mt-5">
          {t('save')}
        </Button>
        <SavedLine savedAt={savedAt} state={state} />
        <Conflict theirs={settingsWords(theirs)} settle={settle} />
      </form>
    </div>
  );
}
