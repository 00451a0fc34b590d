import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { releaseWords } from '#features/consult/marking-words.ts';
import { useClock } from '#i18n/clock.ts';
import { formatBytes } from '#i18n/format.ts';
import type { Exercise } from './types.ts';

type Props = {
  documents: Exercise['documents'];
  markings: Exercise['markings'];
  /** What may be done with one, for who plans. */
  acts?: (document: Exercise['documents'][number]) => ReactNode;
  children?: ReactNode;
};

/** Documents with their marking and version: the newest to take, the earlier ones behind it. */
export function DocumentList({ documents, markings, acts, children }: Props) {
  const t = useTranslations('exercise.documents');
  if (documents.length === 0 && !acts) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className="mb-3">
        {t('title')}
      </h2>
      {documents.length === 0 ? <p className="mb-3 text-ink-2">{t('none')}</p> : null}
      <ul className={documents.length > 0 ? 'mb-3 border-t border-line' : undefined}>
        {documents.map((document) => (
          <li key={document.id} className="flex flex-wrap items-start gap-3 border-b border-line py-2">
            <OneDocument document={document} markings={markings} />
            {acts?.(document)}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

type OneProps = { document: Exercise['documents'][number]; markings: Exercise['markings'] };

function OneDocument({ document, markings }: OneProps) {
  const t = useTranslations('exercise.documents');
  const m = useTranslations('markings');
  const locale = useLocale();
  const clock = useClock();
  const marking = markings[document.markingId];
  const [newest, ...earlier] = document.versions;
  if (!newest) return null;
  return (
    <div className="min-w-0 flex-1 basis-60 wrap-anywhere">
      <a href={`/api/files/${newest.fileId}`} download className="font-semibold text-accent underline">
        {document.title}
      </a>{' '}
      <span className="text-sm text-ink-2">
        {t('version', { number: newest.number })} · {clock.date(newest.addedAt)} ·{' '}
        {formatBytes(newest.size, locale)} · {t(`audiences.${document.audience}`)}
      </span>
      {marking ? (
        <span className="block text-sm text-ink-2">
          {marking.levelName} · {releaseWords(marking, m, locale)}
        </span>
      ) : null}
      {newest.note ? <span className="block text-sm">{newest.note}</span> : null}
      {earlier.length > 0 ? (
        <details className="no-print text-sm">
          <summary className="cursor-pointer text-ink-2">{t('earlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map(({ fileId, number, addedAt, note }) => (
              <li key={fileId}>
                <a href={`/api/files/${fileId}`} download className="text-accent underline">
                  {t('version', { number })}
                </a>{' '}
                {clock.date(addedAt)}
                {note ? ` · ${note}` : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
