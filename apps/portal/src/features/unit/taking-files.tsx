import { useLocale, useTranslations } from 'next-intl';
import { RenderedText } from '#components/rendered-text.tsx';
import { formatBytes } from '#i18n/format.ts';
import { WayOn } from './reading.tsx';
import type { ActivityPage } from './types.ts';

/** Files to take away, each with its size, and what they are for. */
export function TakingFiles({ page }: { page: ActivityPage }) {
  const t = useTranslations('unit.files');
  const locale = useLocale();
  const { media, text } = page.activity;
  const files = media?.files ?? [];
  return (
    <>
      {text && text.html !== '' ? (
        <RenderedText
          id="reading"
          html={text.html}
          language={text.language}
          className="mb-5 text-lg/relaxed"
        />
      ) : null}
      {files.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="max-w-measure divide-y divide-line border-y border-line empty:hidden">
        {files.map(({ href, name, size }) => (
          <li key={href} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
            <a
              href={href}
              download={name}
              className="font-semibold text-accent wrap-anywhere hover:underline"
            >
              {name}
            </a>
            <span className="text-sm text-ink-2">{formatBytes(size, locale)}</span>
          </li>
        ))}
      </ul>
      <WayOn page={page} />
    </>
  );
}
