import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import type { WorkList } from './types.ts';

/** The work people do, what it needs of frameworks, and how many here do it. */
export async function WorkTable({ work }: { work: WorkList['work'] }) {
  const [t, locale] = await Promise.all([getTranslations('work'), getLocale()]);
  if (work.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <ColumnHead>{t('name')}</ColumnHead>
          <ColumnHead>{t('needs')}</ColumnHead>
          <ColumnHead className="text-right">{t('people')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {work.map((one) => (
          <tr key={one.id}>
            <RowHead className="min-w-44">
              <Link href={paths.work(one.id)} className="wrap-anywhere hover:text-accent hover:underline">
                {inLocale(locale, one)}
              </Link>
              <span className="block text-sm font-normal text-ink-3">{one.code}</span>
              {one.ended ? <Tag>{t('retired')}</Tag> : null}
            </RowHead>
            <Cell>
              {one.maps.length > 0 ? (
                one.maps.join(', ')
              ) : (
                <span className="text-ink-3">{t('unmapped')}</span>
              )}
            </Cell>
            <Cell className="text-right">{one.people}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
