import { getTranslations } from 'next-intl/server';
import { cx } from '#components/ui/cx.ts';
import { getClock } from '#i18n/clock.ts';
import { bad, good, type Look, none, warn } from './looks.ts';
import type { CellShown, Line, Readiness } from './types.ts';

const looks: Record<CellShown['state'], Look> = {
  ready: good,
  endsSoon: warn,
  endsBefore: warn,
  underWay: warn,
  failed: bad,
  expired: bad,
  notStarted: bad,
  notNeeded: none,
};

/** Where somebody stands with one thing, why, and what they can do about it. */
export async function State({ cell, kind }: { cell: CellShown; kind: Readiness['columns'][number]['kind'] }) {
  const [t, clock] = await Promise.all([getTranslations('readiness'), getClock()]);
  const date = cell.at ? clock.date(cell.at) : '';
  return (
    <Framed look={looks[cell.state]} next={cell.step === 'none' ? null : t(`steps.${cell.step}`)}>
      {t(`cell.${wordsOf(cell, kind)}`, { date, done: cell.done, total: cell.total })}
    </Framed>
  );
}

const seatLooks: Record<NonNullable<Line['seat']>, Look> = {
  confirmed: good,
  waits: warn,
  toAgree: warn,
  refused: bad,
  none,
};

/** Where somebody stands with their seat; one that waits for what is missing says so. */
export async function SeatState({ seat, missing }: { seat: NonNullable<Line['seat']>; missing: number }) {
  const t = await getTranslations('readiness.seats');
  const held = seat === 'confirmed' && missing > 0;
  return (
    <Framed look={held ? warn : seatLooks[seat]} next={held ? t('missing', { count: missing }) : null}>
      {t(seat)}
    </Framed>
  );
}

type FramedProps = { look: Look; next: string | null; children: string };

function Framed({ look: { mark, className }, next, children }: FramedProps) {
  return (
    <td className={cx('border-b border-l border-line px-3 py-2 align-top text-sm', className)}>
      {mark ? (
        <span aria-hidden="true" className={cx('mr-1.5', mark === good.mark && 'text-good')}>
          {mark}
        </span>
      ) : null}
      {children}
      {next ? <span className="block text-xs font-normal text-ink-2">{next}</span> : null}
    </td>
  );
}

function wordsOf(cell: CellShown, kind: Readiness['columns'][number]['kind']) {
  if (cell.state === 'ready' && cell.at === null) return 'readyForever';
  if (cell.state === 'notStarted' && kind === 'attestation') return 'notAttested';
  if (cell.state === 'notStarted' && cell.grace) return 'grace';
  if (cell.state === 'expired' && cell.retake) return 'retake';
  return cell.state;
}
