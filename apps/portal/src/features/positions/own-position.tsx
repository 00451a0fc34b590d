import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { ActButton } from './act-button.tsx';
import { OwnReservations } from './own-reservations.tsx';
import { Prepared } from './prepared.tsx';
import { StanceMark } from './stance-mark.tsx';
import type { NationStanding, OwnSide, PositionView, Standings } from './types.ts';

type Props = { standings: Standings; numbers: ReadonlyMap<string, string>; bodyCode: string };

/** What the reader's own nation says of the version shown, what waits inside its delegation, and what they may do. */
export function OwnPosition({ standings, numbers, bodyCode }: Props) {
  const t = useTranslations('positions');
  const { own, textId, newest } = standings;
  const nation = standings.nations.find((one) => one.mine);
  if (!own || !nation) return null;
  return (
    <section aria-labelledby="own-position" className="flex flex-col gap-3">
      <h2 id="own-position">{t('own.title', { nation: nation.party.name })}</h2>
      <Said nation={nation} standings={standings} own={own} />
      {own.prepared ? <Prepared standings={standings} prepared={own.prepared} /> : null}
      <OwnReservations standings={standings} nation={nation} numbers={numbers} />
      {newest ? (
        <ul className="flex flex-col gap-1 text-sm">
          {own.may.take ? (
            <>
              <Way href={paths.say(textId, 'reservation')}>{t('own.reserve')}</Way>
              <Way href={paths.say(textId, 'statement')}>{t('own.state')}</Way>
            </>
          ) : null}
          <Way href={paths.delegation(bodyCode)}>
            {own.fourEyes ? t('own.fourEyesOn') : t('own.fourEyesOff')}
          </Way>
        </ul>
      ) : (
        <p className="text-sm">
          <Link href={paths.text(textId)} className="font-semibold text-accent hover:underline">
            {t('own.toNewest', { number: standings.newestNumber })}
          </Link>
        </p>
      )}
    </section>
  );
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <Link href={href} className="inline-block py-1 font-semibold text-accent hover:underline">
        {children}
      </Link>
    </li>
  );
}

function Said({ nation, standings, own }: { nation: NationStanding; standings: Standings; own: OwnSide }) {
  const t = useTranslations('positions');
  const { position, state } = nation;
  return (
    <div className="flex flex-col gap-2 text-sm">
      {position ? <Position position={position} /> : null}
      {position && state === 'stale' ? (
        <p className="font-semibold">
          {t('own.stale', { said: position.version, shown: standings.version })}
        </p>
      ) : null}
      {position ? null : <p className="text-ink-2">{t('own.nothing', { number: standings.version })}</p>}
      {standings.newest ? <SaidActs nation={nation} standings={standings} own={own} /> : null}
    </div>
  );
}

/** A position in the nation's words, with who said it and when. */
export function Position({ position }: { position: PositionView }) {
  const t = useTranslations('positions');
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <StanceMark mark={position.stance} />
        {position.instructed ? <span className="text-ink-2">{t('instructed')}</span> : null}
      </p>
      {position.words ? <p className="whitespace-pre-line wrap-anywhere">{position.words}</p> : null}
      <p className="text-ink-3">
        {position.by} · <Instant at={position.at} />
      </p>
    </>
  );
}

function SaidActs({
  nation,
  standings,
  own,
}: {
  nation: NationStanding;
  standings: Standings;
  own: OwnSide;
}) {
  const t = useTranslations('positions');
  const { textId, versionId, version } = standings;
  const { position, state } = nation;
  const form = paths.say(textId, 'position');
  const verb = own.may.take && !own.fourEyes ? 'take' : 'prepare';
  return (
    <div className="flex flex-wrap gap-2">
      {position && state === 'stale' && own.may.take ? (
        <ActButton
          act={{ do: 'maintain', positionId: position.id, versionId }}
          label={t('own.maintain', { number: version })}
        />
      ) : null}
      <LinkButton size="small" href={form}>
        {position ? t(`own.change.${verb}`) : t(`own.first.${verb}`)}
      </LinkButton>
      {position && own.may.lift ? <ActButton act={{ do: 'lift', textId }} label={t('own.lift')} /> : null}
    </div>
  );
}
