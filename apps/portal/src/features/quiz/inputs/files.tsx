'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useUploads } from '#features/contribution/use-uploads.ts';
import type { InputProps } from './input.ts';

/** Files handed in as an answer: brought to the server at once, kept with the answer. */
export function Files({ question, answer, onAnswer }: InputProps<'file'>) {
  const t = useTranslations('quiz');
  const errors = useTranslations('errors');
  const id = useId();
  const { uploads, add, drop } = useUploads();
  const kept = answer && 'files' in answer ? answer.files : [];
  const names = useRef(new Map<string, string>());
  const arrived = uploads.flatMap(({ key, fileId, name }) => (fileId ? [{ key, fileId, name }] : []));
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a file has arrived
  useEffect(() => {
    if (arrived.length === 0) return;
    for (const { fileId, name, key } of arrived) {
      names.current.set(fileId, name);
      drop(key);
    }
    const all = [...new Set([...kept, ...arrived.map(({ fileId }) => fileId)])];
    onAnswer({ files: all.slice(0, question.maxFiles) });
  }, [arrived.length]);
  const full = kept.length >= question.maxFiles;
  return (
    <div className="max-w-measure">
      <ul className="mb-3 flex flex-col gap-2">
        {kept.map((fileId, index) => (
          <li key={fileId} className="flex flex-wrap items-center gap-3">
            <a
              href={`/api/files/${fileId}`}
              className="font-medium text-accent wrap-anywhere hover:underline"
            >
              {names.current.get(fileId) ?? t('fileNumber', { number: index + 1 })}
            </a>
            <Button size="small" onClick={() => onAnswer({ files: kept.filter((one) => one !== fileId) })}>
              {t('removeFile')}
            </Button>
          </li>
        ))}
        {uploads.map(({ key, name, done, problem }) => (
          <li key={key} className="text-sm text-ink-2">
            {name} ·{' '}
            {problem ? (
              <span className="font-semibold text-bad">
                {errors.has(problem as never) ? errors(problem as never) : t('fileFailed')}
              </span>
            ) : (
              t('fileComing', { percent: Math.round(done * 100) })
            )}
          </li>
        ))}
      </ul>
      {full ? null : (
        <>
          <label htmlFor={id} className="mb-1 block font-semibold">
            {t('addFile', { count: question.maxFiles })}
          </label>
          <input
            id={id}
            type="file"
            multiple={question.maxFiles > 1}
            accept={question.mediaTypes.join(',') || undefined}
            onChange={(event) => {
              void add([...(event.target.files ?? [])].slice(0, question.maxFiles - kept.length));
              event.target.value = '';
            }}
          />
        </>
      )}
    </div>
  );
}
