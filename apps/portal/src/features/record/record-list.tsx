import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import type { RecordPage } from '#features/people/types.ts';
import { actionWords } from './action-words.ts';

/** Rows of the record, newest first. */
export async function RecordList({ entries }: { entries: RecordPage['entries'] }) {
  const [t, words] = await Promise.all([getTranslations('record'), actionWords()]);
  if (entries.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <ColumnHead>{t('when')}</ColumnHead>
          <ColumnHead>{t('what')}</ColumnHead>
          <ColumnHead>{t('who')}</ColumnHead>
          <ColumnHead className="text-right">{t('seal')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <Cell className="md:whitespace-nowrap">
              <Instant at={entry.at} />
            </Cell>
            <RowHead className="font-normal">
              <span className="font-semibold">{words(entry.action)}</span>
              <Subject entry={entry} />
            </RowHead>
            <Cell>{[entry.actor ?? t('portal'), entry.partyCode].filter(Boolean).join(', ')}</Cell>
            <Cell className="text-right tabular-nums text-ink-2">
              {entry.sequence === null ? t('unsealed') : entry.sequence}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

async function Subject({ entry }: { entry: RecordPage['entries'][number] }) {
  const locale = await getLocale();
  const { subject, subjectId, subjectName } = entry;
  const cohort = inLocale(locale, { nameEn: entry.cohortEn, nameFr: entry.cohortFr });
  const name = subjectName ?? cohort;
  if (!name || !subjectId) return null;
  return (
    <Link
      href={subject === 'cohort' ? paths.cohort(subjectId) : paths.person(subjectId)}
      className="block text-sm text-ink-2 wrap-anywhere hover:text-accent hover:underline"
    >
      {name}
    </Link>
  );
}
