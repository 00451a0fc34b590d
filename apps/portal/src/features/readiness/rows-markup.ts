import type { useTranslations } from 'next-intl';
import { type Markup, markup } from '#components/markup.ts';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import type { Clock } from '#i18n/clock.ts';
import { bad, good, type Look, none, warn } from './looks.ts';
import type { CellShown, Line, Readiness } from './types.ts';

type Column = Readiness['columns'][number];

/** What every row is written with. */
export type RowWords = { t: ReturnType<typeof useTranslations<'readiness'>>; clock: Clock };

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

const seatLooks: Record<NonNullable<Line['seat']>, Look> = {
  confirmed: good,
  waits: warn,
  toAgree: warn,
  refused: bad,
  none,
};

/** The inside of a person's row: who they are and how far, then each thing asked of them, and their seat. */
export function rowMarkup(line: Line, columns: readonly Column[], seats: boolean, words: RowWords): Markup {
  const { t, clock } = words;
  const about = [line.jobTitle, line.party ? inLocale(clock.locale, line.party) : ''].filter(Boolean);
  return markup`<th scope="row"><a href="${paths.person(line.personId)}">${line.name}</a>${about.map(
    (one) => markup`<small>${one}</small>`,
  )}<small>${t(`standing.${line.standing}`, { count: line.missing })}</small></th>${columns.map(
    (column, index) => stateCell(line.cells[index], column.kind, words),
  )}${seats ? seatCell(line.seat ?? 'none', line.missing, words) : null}`;
}

/** Where somebody stands with one thing, why, and what they can do about it. */
function stateCell(cell: CellShown | undefined, kind: Column['kind'], { t, clock }: RowWords): Markup {
  if (!cell) return framed(none, '', []);
  const date = cell.at ? clock.date(cell.at) : '';
  const said = t(`cell.${wordsOf(cell, kind)}`, { date, done: cell.done, total: cell.total });
  const played = cell.part?.played;
  const evidence = played && (played.name ?? t('anExercise'));
  return framed(looks[cell.state], said, [evidence, nextStep(cell, { t, clock })]);
}

/** What comes next: for a part in an exercise the one they are named for, or where to look for one. */
function nextStep({ step, part }: CellShown, { t, clock }: RowWords): Markup | string | null {
  if (step === 'none') return null;
  if (step === 'takePart') return markup`<a href="/exercise">${t('steps.takePart')}</a>`;
  if (step !== 'named' || !part?.named) return t(`steps.${step}`);
  const { name, startsAt, endsAt } = part.named;
  return t('named', {
    exercise: name ?? t('anExercise'),
    from: clock.date(startsAt),
    to: clock.date(endsAt),
  });
}

/** Where somebody stands with their seat; one that waits for what is missing says so. */
function seatCell(seat: NonNullable<Line['seat']>, missing: number, { t }: RowWords): Markup {
  const held = seat === 'confirmed' && missing > 0;
  return framed(
    held ? warn : seatLooks[seat],
    t(`seats.${seat}`),
    held ? [t('seats.missing', { count: missing })] : [],
  );
}

function framed(
  { mark, className }: Look,
  said: string,
  more: readonly (Markup | string | null | undefined)[],
): Markup {
  const lines = more.flatMap((line) => (line ? [markup`<small>${line}</small>`] : []));
  return markup`<td class="${className}">${mark && markup`<i aria-hidden="true">${mark}</i>`}${said}${lines}</td>`;
}

function wordsOf(cell: CellShown, kind: Column['kind']) {
  if (cell.state === 'ready' && cell.at === null) return 'readyForever';
  if (cell.state === 'notStarted' && kind === 'attestation') return 'notAttested';
  if (cell.state === 'notStarted' && cell.grace) return 'grace';
  if (cell.state === 'notStarted' && kind === 'part') return 'noPart';
  if (cell.state === 'expired' && cell.retake) return 'retake';
  return cell.state;
}
