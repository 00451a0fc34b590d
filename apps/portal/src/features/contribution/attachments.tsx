'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ErrorWords } from '#commands/words.ts';
import { CloseIcon } from '#components/icons.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { formatBytes, formatPercent } from '#i18n/format.ts';
import type { Upload } from './use-uploads.ts';

/** The files that go with a contribution: how far each has come, and a way to take it off again. */
export function Attachments({
  uploads,
  onDrop,
}: {
  uploads: readonly Upload[];
  onDrop: (key: string) => void;
}) {
  const t = useTranslations('contribution');
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t('files')} className="flex flex-col gap-1.5">
      {uploads.map((upload) => (
        <li key={upload.key} className="flex items-center gap-2 text-sm">
          <UploadWords upload={upload} />
          <button
            type="button"
            aria-label={t('detach', { name: upload.name })}
            onClick={() => onDrop(upload.key)}
            className="grid size-7 flex-none place-items-center rounded-md hover:bg-wash"
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}

function UploadWords({ upload }: { upload: Upload }) {
  const t = useTranslations('contribution');
  const errors = useTranslations('errors') as unknown as ErrorWords;
  const locale = useLocale();
  if (upload.problem) {
    const reason = errors(errors.has(upload.problem) ? upload.problem : 'unknown', upload.params);
    return (
      <span role="alert" className="font-semibold text-bad wrap-anywhere">
        {t('attachFailed', { name: upload.name, reason })}
      </span>
    );
  }
  if (upload.fileId) {
    return (
      <span className="wrap-anywhere">
        {t('attached', { name: upload.name, size: formatBytes(upload.size, locale) })}
      </span>
    );
  }
  const words = t('attaching', { name: upload.name, percent: formatPercent(upload.done, locale) });
  return (
    <span className="grow wrap-anywhere">
      {words}
      <ProgressBar done={Math.round(upload.done * 100)} total={100} label={words} />
    </span>
  );
}
