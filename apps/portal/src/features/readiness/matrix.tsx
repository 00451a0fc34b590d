import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { cx } from '#components/ui/cx.ts';
import { ColumnHead } from '#components/ui/table.tsx';
import { useClock } from '#i18n/clock.ts';
import { rowMarkup } from './rows-markup.ts';
import type { Readiness } from './types.ts';

/** Person by person, each thing asked of them: where they stand, why, and what comes next. */
export function Matrix({ columns, lines, seats }: Pick<Readiness, 'columns' | 'lines' | 'seats'>) {
  const t = useTranslations('readiness');
  const clock = useClock();
  if (lines.length === 0) return <EmptyState title={t('nothing')}>{t('nothingBody')}</EmptyState>;
  return (
    <section
      aria-label={t('title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroll-edges relative max-h-[78vh] overflow-auto print:max-h-none print:overflow-visible"
    >
      {/* Borders of their own: collapsed ones are worked out anew for the whole table as it scrolls. */}
      <table className="readiness w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr>
            <Head className="left-0 z-20">{t('person')}</Head>
            {columns.map((column) => (
              <Head key={column.key} className="z-10 min-w-32 pl-3">
                {column.kind === 'attestation' ? t('attested', { level: column.title }) : column.title}
              </Head>
            ))}
            {seats ? <Head className="z-10 min-w-32 pl-3">{t('seat')}</Head> : null}
          </tr>
        </thead>
        {/* A text for each row: thousands of cells as React elements would be built three times over. */}
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.personId}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, which escapes
              dangerouslySetInnerHTML={{
                __html: rowMarkup(line, columns, seats !== null, { t, clock }).html,
              }}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The head of a column, which stays in sight as the rows pass under it. */
function Head({ className, children }: { className: string; children: ReactNode }) {
  return <ColumnHead className={cx('sticky top-0 bg-paper align-bottom', className)}>{children}</ColumnHead>;
}
