'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Conflict } from '../conflict.tsx';
import { SavedLine } from '../saved-line.tsx';
import { TextEditor } from '../text-editor.tsx';
import { settingsWords, useSettings } from '../use-settings.ts';
import { BringButton } from './bring-button.tsx';
import type { KindProps } from './kind-editor.ts';

type Settings = { files: { fileId: string; name: string }[] };

/** Files to take away, and what is said of them. */
export function FileEditor({ course, edited, languages }: KindProps) {
  const t = useTranslations('authoring.files');
  const start = (edited.activity.settings ?? { files: [] }) as Settings;
  const { settings, savedAt, state, theirs, settle, command, save } = useSettings(course, edited, start);
  const { files } = settings;
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="activity-files">
        <h2 id="activity-files" className="mb-2">
          {t('title')}
        </h2>
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        <ul className="mb-3 max-w-form divide-y divide-line border-y border-line empty:hidden">
          {files.map(({ fileId, name }) => (
            <li key={fileId} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <a href={`/api/files/${fileId}`} className="text-accent wrap-anywhere hover:underline">
                {name}
              </a>
              <Button
                size="small"
                look="danger"
                aria-label={t('removeOf', { name })}
                onClick={() => save({ files: files.filter((one) => one.fileId !== fileId) })}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
        <BringButton
          courseId={edited.courseId}
          label={t('add')}
          onBrought={(file) =>
            save((now) => ({ files: [...now.files.filter(({ fileId }) => fileId !== file.fileId), file] }))
          }
        />
        <SavedLine savedAt={savedAt} state={state} />
        <Conflict theirs={settingsWords(theirs)} settle={settle} />
      </section>
      <section aria-labelledby="files-text">
        <h2 id="files-text" className="mb-2">
          {t('about')}
        </h2>
        <TextEditor course={course} edited={edited} languages={languages} label={t('about')} />
      </section>
    </div>
  );
}
