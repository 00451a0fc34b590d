import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { Directory } from './types.ts';

/** A page of people by family name. */
export async function DirectoryList({ people }: { people: Directory['people'] }) {
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()]);
  if (people.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <ColumnHead>{t('name')}</ColumnHead>
          <ColumnHead>{t('party')}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t('jobTitle')}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t('email')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <RowHead>
              <Link
                href={paths.person(person.id)}
                className="wrap-anywhere hover:text-accent hover:underline"
              >
                {person.name}
              </Link>
              {person.latinName ? (
                <span className="block text-sm font-normal text-ink-2">{person.latinName}</span>
              ) : null}
              <span className="block text-sm font-normal text-ink-2 md:hidden">{person.jobTitle}</span>
              {person.activated ? null : (
                <span className="block font-normal">
                  <Tag>{t('invited')}</Tag>
                </span>
              )}
            </RowHead>
            <Cell>
              <abbr
                title={locale === 'fr' ? person.partyNameFr : person.partyNameEn}
                className="no-underline"
              >
                {person.partyCode}
              </abbr>
            </Cell>
            <Cell className="max-md:hidden">{person.jobTitle}</Cell>
            <Cell className="wrap-anywhere max-md:hidden">{person.email}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
