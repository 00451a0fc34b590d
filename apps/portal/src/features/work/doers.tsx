import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { paths } from '#features/paths.ts';
import { getClock } from '#i18n/clock.ts';
import { TakeWork } from './give-work.tsx';
import type { Work } from './types.ts';

/** Who does this work, by name. */
export async function Doers({ people }: { people: Work['people'] }) {
  const [t, clock] = await Promise.all([getTranslations('work'), getClock()]);
  if (people.length === 0) return <EmptyState title={t('nobody.title')}>{t('nobody.body')}</EmptyState>;
  return (
    <Table caption={t('doers')}>
      <thead>
        <tr>
          <ColumnHead>{t('person')}</ColumnHead>
          <ColumnHead>{t('party')}</ColumnHead>
          <ColumnHead>{t('since')}</ColumnHead>
          <ColumnHead>
            <span className="sr-only">{t('take.submit')}</span>
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr key={one.id}>
            <RowHead>
              <Link href={paths.person(one.personId)} className="hover:text-accent hover:underline">
                {one.name}
              </Link>
              <span className="block text-sm font-normal text-ink-2">{one.jobTitle}</span>
            </RowHead>
            <Cell>{one.party}</Cell>
            <Cell>
              {clock.date(one.from)}
              {one.until ? <span className="text-ink-2"> – {clock.date(one.until)}</span> : null}
            </Cell>
            <Cell className="no-print text-right">
              {one.can.take ? <TakeWork workId={one.id} name={one.name} /> : null}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
