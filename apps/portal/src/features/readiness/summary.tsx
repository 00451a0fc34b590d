import { getLocale, getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import { type Narrowed, readinessAddress } from './address.ts';
import type { Readiness } from './types.ts';

const figures = ['ready', 'oneStep', 'moreSteps', 'soon'] as const;

/** How many stand where, as four figures; the last is of seats where the requirement is about some. */
export async function Summary({ totals, seats }: Pick<Readiness, 'totals' | 'seats'>) {
  const t = await getTranslations('readiness.totals');
  const shown = figures.map((key) => ({ key, value: totals[key], words: t(key) }));
  if (seats) shown[3] = { key: 'soon', value: seats.free, words: t('seats') };
  return (
    <dl className="mb-6 grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line md:grid-cols-4">
      {shown.map(({ key, value, words }) => (
        <div key={key} className="flex flex-col-reverse justify-end bg-paper px-5 py-3">
          <dt className="text-sm text-ink-2">{words}</dt>
          <dd className="text-2xl font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type FiguresProps = { parties: Readiness['parties']; nation: Readiness['party']; narrowed: Narrowed };

/** The parties looked after, or a nation and its organisations, by their codes; each leads to its people. */
export async function PartyFigures({ parties, nation, narrowed }: FiguresProps) {
  const [t, locale] = await Promise.all([getTranslations('readiness'), getLocale()]);
  const caption = nation ? t('organisations') : t('parties');
  return (
    <Table caption={caption} className="mb-6">
      <thead>
        <tr>
          <ColumnHead>{t('party')}</ColumnHead>
          <ColumnHead className="text-right">{t('people')}</ColumnHead>
          {figures.map((key) => (
            <ColumnHead key={key} className="text-right">
              {t(`totals.${key}`)}
            </ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {parties.map((party) => (
          <tr key={party.id}>
            <RowHead>
              <Link
                href={readinessAddress(narrowed, {
                  party: party.id,
                  own: party.id === nation?.id ? 'yes' : '',
                })}
                className="hover:text-accent hover:underline"
              >
                {party.id === nation?.id
                  ? t('ownPeople', { party: inLocale(locale, party) })
                  : inLocale(locale, party)}
              </Link>
            </RowHead>
            <Cell className="text-right">{party.totals.people}</Cell>
            {figures.map((key) => (
              <Cell key={key} className="text-right">
                {party.totals[key]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
