'use client';

import type { SessionSettings } from '@concord/api/features/authoring/kinds/session';
import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Link } from '#components/ui/link.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { paths } from '#features/paths.ts';
import { Conflict } from '../conflict.tsx';
import { SavedLine } from '../saved-line.tsx';
import { TextEditor } from '../text-editor.tsx';
import { settingsWords, useSettings } from '../use-settings.ts';
import type { KindProps } from './kind-editor.ts';

/** What a session is for, and what completes it. How long it is stands with its facts; its dates are planned apart. */
export function SessionEditor({ course, edited, languages }: KindProps) {
  const t = useTranslations('authoring.session');
  const start = { completes: 'attendance', ...edited.activity.settings } as SessionSettings;
  const { settings, savedAt, state, theirs, settle, command, save } = useSettings(course, edited, start);
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="session-text">
        <h2 id="session-text" className="mb-2">
          {t('purpose')}
        </h2>
        <TextEditor course={course} edited={edited} languages={languages} label={t('purpose')} />
      </section>
      <div>
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        <RadioGroup
          name="completes"
          legend={t('completes')}
          value={settings.completes}
          onChange={(completes) => save({ completes })}
          options={(['attendance', 'learner'] as const).map((value) => ({
            ...{ value, label: t(`by.${value}`), description: t(`hint.${value}`) },
          }))}
        />
        <SavedLine savedAt={savedAt} state={state} />
        <Conflict theirs={settingsWords(theirs)} settle={settle} />
        <p className="mt-4 max-w-measure text-ink-2">{t('dates')}</p>
        {edited.published ? (
          <p className="mt-2">
            <Link href={paths.sessionDates(course, edited.activity.key)} className="text-accent underline">
              {t('planned')}
            </Link>
          </p>
        ) : null}
      </div>
    </div>
  );
}
