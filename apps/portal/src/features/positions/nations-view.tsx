import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { Ageing } from './ageing.tsx';
import { NationSaid } from './nation-said.tsx';
import type { NationStanding, Standings } from './types.ts';

type Props = { standings: Standings; numbers: ReadonlyMap<string, string> };

/**
 * What each nation says of the version shown, in its own words; those that said nothing of it are named together, after an
 * adoption as who has no objection by silence.
 */
export function NationsView({ standings, numbers }: Props) {
  const t = useTranslations('positions.view');
  const speaks = (one: NationStanding) =>
    one.mark === 'broke' || one.state === 'said' || one.reservations.length > 0 || one.statements.length > 0;
  const said = standings.nations.filter(speaks);
  const unsaid = (mark: NationStanding['mark']) =>
    standings.nations.filter((one) => !speaks(one) && one.mark === mark);
  const [stale, bySilence, silent] = [unsaid('stale'), unsaid('bySilence'), unsaid('silent')];
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
      <Unsaid title={t('bySilence', { number: standings.version })} nations={bySilence} />
      <Unsaid title={t('silent', { number: standings.version })} note={t('silentNote')} nations={silent} />
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

type UnsaidProps = { title: string; note?: string; nations: readonly NationStanding[] };

function Unsaid({ title, note, nations }: UnsaidProps) {
  const t = useTranslations('positions.view');
  if (nations.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2">{title}</h2>
      {note ? <p className="mb-2 text-sm text-ink-2">{note}</p> : null}
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
