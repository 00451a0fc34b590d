'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { bring } from '#features/contribution/use-uploads.ts';

type Props = {
  /** The course they go to; without one they are the person’s own. */
  courseId?: string;
  label: string;
  accept?: string;
  multiple?: boolean;
  onBrought: (file: { fileId: string; name: string }) => unknown;
};

/** Chooses files and brings them to the course, each with its progress. */
export function BringButton({ courseId, label, accept, multiple = false, onBrought }: Props) {
  const t = useTranslations('authoring.text');
  const errors = useTranslations('errors') as unknown as (
    key: string,
    params?: Record<string, string | number>,
  ) => string;
  const [under, setUnder] = useState<{ name: string; done: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(files: readonly File[]) {
    setProblem(null);
    for (const file of files) {
      setUnder({ name: file.name, done: 0 });
      const brought = await bring(file, (done) => setUnder({ name: file.name, done }), courseId);
      if (brought.fileId) await onBrought({ fileId: brought.fileId, name: file.name });
      else
        setProblem(
          errors(brought.problem === 'offline' ? 'offline' : (brought.problem ?? 'unknown'), brought.params),
        );
    }
    setUnder(null);
  }

  return (
    <div className="max-w-form">
      <label className="inline-flex min-h-10 cursor-pointer items-center rounded-md border border-line-strong bg-raised px-4 py-1.5 font-semibold focus-within:outline-2 focus-within:outline-accent hover:bg-wash">
        {label}
        <input
          type="file"
          accept={accept}
          multiple={multiple}
          className="sr-only"
          onChange={({ target }) => {
            take([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </label>
      {under ? (
        <div className="mt-2">
          <ProgressBar
            done={Math.round(under.done * 100)}
            total={100}
            label={t('bringing', { name: under.name })}
          />
          <p className="text-sm text-ink-2">{t('bringing', { name: under.name })}</p>
        </div>
      ) : null}
      <p role="alert" className="mt-1 text-sm font-semibold text-bad empty:hidden">
        {problem}
      </p>
    </div>
  );
}
