import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { Ageing } from './ageing.tsx';
import { NationSaid } from './nation-said.tsx';
import type { NationStanding, Standings } from './types.ts';

type Props = { standings: Standings; numbers: ReadonlyMap<string, string> };

/** What each nation says of the version shown, in its own words; those that said nothing of it are named together. */
export function NationsView({ standings, numbers }: Props) {
  const t = useTranslations('positions.view');
  const speaks = (one: NationStanding) =>
    one.state === 'said' || one.reservations.length > 0 || one.statements.length > 0;
  const said = standings.nations.filter(speaks);
  const stale = standings.nations.filter((one) => !speaks(one) && one.state === 'stale');
  const silent = standings.nations.filter((one) => !speaks(one) && one.state === 'nothing');
  return (
    <div className="flex max-w-[46rem] flex-col gap-8">
      {standings.leads ? <Ageing standings={standings} numbers={numbers} /> : null}
      <Group
        title={t('said', { number: standings.version })}
        none={t('nobody', { number: standings.version })}
        nations={said}
        standings={standings}
        numbers={numbers}
      />
      {stale.length > 0 ? (
        <Group
          title={t('stale', { number: standings.version })}
          nations={stale}
          standings={standings}
          numbers={numbers}
        />
      ) : null}
      {silent.length > 0 ? <Silent nations={silent} number={standings.version} /> : null}
      <p className="no-print text-sm">
        <Link
          href={paths.text(standings.textId, { view: 'matrix' })}
          className="font-semibold text-accent hover:underline"
        >
          {t('toMatrix')}
        </Link>
      </p>
    </div>
  );
}

type GroupProps = Props & { title: string; none?: string; nations: readonly NationStanding[] };

function Group({ title, none, nations, standings, numbers }: GroupProps) {
  return (
    <section>
      <h2 className="mb-2">{title}</h2>
      {nations.length === 0 ? <p className="text-ink-2">{none}</p> : null}
      <ul className="border-t border-line empty:border-0">
        {nations.map((nation) => (
          <NationSaid key={nation.party.id} nation={nation} standings={standings} numbers={numbers} />
        ))}
      </ul>
    </section>
  );
}

function Silent({ nations, number }: { nations: readonly NationStanding[]; number: number }) {
  const t = useTranslations('positions.view');
  return (
    <section>
      <h2 className="mb-2">{t('silent', { number })}</h2>
      <p className="mb-2 text-sm text-ink-2">{t('silentNote')}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
        {nations.map(({ party, mine }) => (
          <li key={party.id} id={`n-${party.code}`} className="scroll-mt-8 target:bg-wash">
            {mine ? t('yours', { nation: party.name }) : party.name}
          </li>
        ))}
      </ul>
    </section>
  );
}
