import { getLocale, getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Readiness } from './types.ts';

const figures = ['ready', 'oneStep', 'moreSteps', 'soon'] as const;

/** How many stand where, as four figures. */
export async function Summary({ totals }: { totals: Readiness['totals'] }) {
  const t = await getTranslations('readiness.totals');
  return (
    <dl className="mb-6 grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line md:grid-cols-4">
      {figures.map((key) => (
        <div key={key} className="flex flex-col-reverse justify-end bg-paper px-5 py-3">
          <dt className="text-sm text-ink-2">{t(key)}</dt>
          <dd className="text-2xl font-bold">{totals[key]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The parties looked after, by their codes; each leads to its people. */
export async function PartyFigures({ parties }: { parties: Readiness['parties'] }) {
  const [t, locale] = await Promise.all([getTranslations('readiness'), getLocale()]);
  return (
    <Table caption={t('parties')}>
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
                href={`/people/readiness?party=${party.id}`}
                className="hover:text-accent hover:underline"
              >
                {inLocale(locale, party)}
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
