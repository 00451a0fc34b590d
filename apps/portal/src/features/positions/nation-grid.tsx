import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { looks, signs } from './stance-mark.tsx';
import type { NationStanding, Standings } from './types.ts';

/** Where each nation stands to the version shown, a square each, and how many bear each mark. */
export function NationGrid({ standings }: { standings: Standings }) {
  const t = useTranslations('positions');
  return (
    <section aria-labelledby="nations">
      <h2 id="nations" className="mb-3">
        {t('nations', { count: standings.nations.length })}
      </h2>
      <ul className="grid grid-cols-8 gap-[3px]">
        {standings.nations.map((nation) => (
          <li key={nation.party.id}>
            <Square nation={nation} href={placeOf(standings, nation)} />
          </li>
        ))}
      </ul>
      <Key standings={standings} />
    </section>
  );
}

function placeOf({ textId, version, newest }: Standings, { party }: NationStanding): string {
  return `${paths.text(textId, { view: 'positions', ...(!newest && { version }) })}#n-${party.code}`;
}

function Square({ nation, href }: { nation: NationStanding; href: string }) {
  const t = useTranslations('positions');
  const words = t('square', { nation: nation.party.name, mark: t(`marks.${nation.mark}`) });
  return (
    <Link
      href={href}
      title={words}
      className={cx(
        'block rounded-sm border pt-1 pb-0.5 text-center text-[0.72rem] leading-tight font-semibold hover:border-ink-3',
        looks[nation.mark],
        nation.mine && 'outline-2 outline-accent',
      )}
    >
      <span aria-hidden="true">
        {nation.party.code}
        <span className="block h-2.5 text-[0.6rem] leading-none">{signs[nation.mark]}</span>
      </span>
      <span className="sr-only">{words}</span>
    </Link>
  );
}

function Key({ standings }: { standings: Standings }) {
  const t = useTranslations('positions');
  return (
    <ul className="mt-2.5 flex flex-col gap-0.5 text-sm text-ink-2">
      {standings.key.map(({ mark, count, mine }) => (
        <li key={mark} className="grid grid-cols-[1.5rem_1.25rem_1fr] gap-x-1">
          <span className="text-right font-semibold text-ink">{count}</span>
          <span aria-hidden="true" className="text-center">
            {signs[mark]}
          </span>
          <span>{mine ? t('youAmong', { mark: t(`key.${mark}`) }) : t(`key.${mark}`)}</span>
        </li>
      ))}
    </ul>
  );
}
