import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { ColumnHead, Table } from '#components/ui/table.tsx';
import { useClock } from '#i18n/clock.ts';
import { rowMarkup } from './rows-markup.ts';
import type { Readiness } from './types.ts';

/** Person by person, each thing asked of them: where they stand, why, and what comes next. */
export function Matrix({ columns, lines, seats }: Pick<Readiness, 'columns' | 'lines' | 'seats'>) {
  const t = useTranslations('readiness');
  const clock = useClock();
  if (lines.length === 0) return <EmptyState title={t('nothing')}>{t('nothingBody')}</EmptyState>;
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <ColumnHead className="sticky left-0 z-10 bg-paper align-bottom">{t('person')}</ColumnHead>
          {columns.map((column) => (
            <ColumnHead key={column.key} className="min-w-32 px-3 align-bottom">
              {column.kind === 'attestation' ? t('attested', { level: column.title }) : column.title}
            </ColumnHead>
          ))}
          {seats ? <ColumnHead className="min-w-32 px-3 align-bottom">{t('seat')}</ColumnHead> : null}
        </tr>
      </thead>
      {/* A text for each row: thousands of cells as React elements would be built three times over. */}
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.personId}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, which escapes
            dangerouslySetInnerHTML={{ __html: rowMarkup(line, columns, seats !== null, { t, clock }).html }}
          />
        ))}
      </tbody>
    </Table>
  );
}
