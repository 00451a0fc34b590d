'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { languageName } from '#i18n/language-name.ts';
import { Conflict } from '../conflict.tsx';
import { SavedLine } from '../saved-line.tsx';
import { TextEditor } from '../text-editor.tsx';
import { settingsWords, useSettings } from '../use-settings.ts';
import { BringButton } from './bring-button.tsx';
import type { KindProps } from './kind-editor.ts';

type Named = { fileId: string; name: string };
type Settings = { video: Named | null; captions: Record<string, Named> };

/** A video: its file, captions for who cannot hear it, a transcript for who cannot watch it. */
export function VideoEditor({ course, edited, languages }: KindProps) {
  const t = useTranslations('authoring.video');
  const start = (edited.activity.settings ?? { video: null, captions: {} }) as Settings;
  const { settings, savedAt, state, theirs, settle, command, captions, save, saveCaptions } = useSettings(
    course,
    edited,
    start,
  );
  const { video } = settings;
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="video-file">
        <h2 id="video-file" className="mb-2">
          {t('file')}
        </h2>
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        {video ? (
          // biome-ignore lint/a11y/useMediaCaption: the captions are the tracks below, as far as there are any
          <video
            key={video.fileId}
            controls
            preload="metadata"
            aria-label={video.name}
            src={`/api/files/${video.fileId}`}
            className="mb-2 aspect-video w-full max-w-xl rounded-md border border-line bg-wash"
          />
        ) : null}
        {video ? <p className="mb-2 text-sm text-ink-2 wrap-anywhere">{video.name}</p> : null}
        <BringButton
          courseId={edited.courseId}
          label={t(video ? 'replace' : 'choose')}
          accept="video/mp4,video/webm"
          onBrought={(file) => save((now) => ({ ...now, video: file }))}
        />
        <SavedLine savedAt={savedAt} state={state} />
        <Conflict theirs={settingsWords(theirs)} settle={settle} />
      </section>
      <section aria-labelledby="video-captions">
        <h2 id="video-captions" className="mb-1">
          {t('captions')}
        </h2>
        <p className="mb-3 max-w-measure text-sm text-ink-2">{t('captionsHint')}</p>
        <ErrorSummary message={captions.message} entries={captions.entries} attempt={captions.attempt} />
        <ul className="max-w-form divide-y divide-line border-y border-line">
          {languages.map((language) => (
            <li key={language} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                {languageName(language)}{' '}
                <span className="text-sm text-ink-2">
                  {settings.captions[language]?.name ?? t('noCaptions')}
                </span>
              </span>
              <span className="flex gap-2">
                <CaptionsInput language={language} onText={(text) => saveCaptions(language, text)} />
                {settings.captions[language] ? (
                  <Button size="small" look="danger" onClick={() => saveCaptions(language, null)}>
                    {t('removeCaptions')}
                  </Button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="video-transcript">
        <h2 id="video-transcript" className="mb-2">
          {t('transcript')}
        </h2>
        <TextEditor course={course} edited={edited} languages={languages} label={t('transcript')} />
      </section>
    </div>
  );
}

type CaptionsProps = { language: string; onText: (text: string) => void };

function CaptionsInput({ language, onText }: CaptionsProps) {
  const t = useTranslations('authoring.video');
  return (
    <label className="inline-flex cursor-pointer items-center rounded-md border border-line-strong bg-raised px-2.5 py-1 text-sm font-semibold focus-within:outline-2 focus-within:outline-accent hover:bg-wash">
      {t('chooseCaptions')}
      <span className="sr-only">, {languageName(language)}</span>
      <input
        type="file"
        accept=".vtt,text/vtt"
        className="sr-only"
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          if (file) onText((await file.text()).replace(/\r\n?/g, '\n'));
          target.value = '';
        }}
      />
    </label>
  );
}
