import { layWeek, monthFrom, weeksOf } from '@concord/api/features/exercises/rules';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { type Clock, useClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { MonthList } from './month-list.tsx';
import type { ExerciseMonth } from './types.ts';

/** Something on the calendar, on the days it lies on at headquarters. */
export type OnCalendar = {
  id: string;
  code: string;
  words: string;
  kind: 'exercise' | 'conference';
  cancelled: boolean;
  startsAt: string;
  endsAt: string;
  from: string;
  to: string;
};

function onCalendar({ exercises, events }: ExerciseMonth, zone: string): OnCalendar[] {
  const days = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({
    ...{ startsAt, endsAt, from: dayOf(startsAt, zone) },
    // What ends at midnight is not on the day that begins then.
    to: dayOf(new Date(Date.parse(endsAt) - 1), zone),
  });
  return [
    ...exercises.map(({ id, code, name, phase, ...dates }) => ({
      ...{ id, code, words: name, kind: 'exercise' as const, cancelled: phase === 'cancelled' },
      ...days(dates),
    })),
    ...events.map(({ id, code, title, ...dates }) => ({
      ...{ id, code, words: `${code}: ${title}`, kind: 'conference' as const, cancelled: false },
      ...days(dates),
    })),
  ];
}

/** A month of exercises and their conferences: a sheet of weeks, and a list of days where there is no room for one. */
export function MonthOfExercises({ month }: { month: ExerciseMonth }) {
  const t = useTranslations('exercise.month');
  const clock = useClock();
  const all = onCalendar(month, clock.zones.headquarters);
  return (
    <section aria-labelledby="month">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="month" className="first-letter:uppercase">
          {clock.date(`${month.month}-15`, 'month')}
        </h2>
        <nav aria-label={t('other')} className="no-print flex flex-wrap gap-2">
          <LinkButton size="small" href={paths.exerciseMonth(monthFrom(month.month, -1))}>
            {t('before')}
          </LinkButton>
          <LinkButton size="small" href={paths.exerciseMonth('now')}>
            {t('now')}
          </LinkButton>
          <LinkButton size="small" href={paths.exerciseMonth(monthFrom(month.month, 1))}>
            {t('after')}
          </LinkButton>
        </nav>
      </div>
      <div className="hidden md:block">
        <Sheet month={month.month} all={all} today={dayOf(month.now, clock.zones.headquarters)} />
      </div>
      <div className="md:hidden">
        <MonthList all={all} />
      </div>
      <p className="no-print mt-4 text-sm text-ink-2">
        <a href={paths.exercisesCalendar()} download className="text-accent underline">
          {t('file')}
        </a>{' '}
        {t('fileNote')}{' '}
        <Link href="/account#calendar" className="text-accent underline">
          {t('feed')}
        </Link>
      </p>
    </section>
  );
}

const weekdays = (clock: Clock) =>
  (weeksOf('2027-03')[0] ?? []).map((day) => clock.date(day, 'full').split(' ')[0] ?? '');

type SheetProps = { month: string; today: string; all: readonly OnCalendar[] };

function Sheet({ month, today, all }: SheetProps) {
  const t = useTranslations('exercise.month');
  const clock = useClock();
  return (
    <table className="w-full table-fixed border-collapse border border-line">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          {weekdays(clock).map((day) => (
            <th key={day} scope="col" className="border border-line px-2 py-1 text-left text-sm text-ink-2">
              <span className="inline-block first-letter:uppercase">{day}</span>
            </th>
          ))}
        </tr>
      </thead>
      {weeksOf(month).map((week) => (
        <Week key={week[0]} week={week} month={month} today={today} all={all} />
      ))}
    </table>
  );
}

/** A week: its days, and a line for each thing that lies on them, as wide as it is long. */
function Week({ week, month, today, all }: SheetProps & { week: readonly string[] }) {
  const t = useTranslations('exercise.month');
  const laid = layWeek(week, all);
  const lines = Array.from({ length: 1 + Math.max(-1, ...laid.map(({ line }) => line)) }, (_, line) =>
    laid.filter((one) => one.line === line),
  );
  return (
    <tbody className="border-b border-line">
      <tr>
        {week.map((day) => (
          <td
            key={day}
            className={cx('border-x border-line px-2 pt-1 text-sm', !day.startsWith(month) && 'text-ink-3')}
          >
            <span
              className={day === today ? 'rounded-sm bg-accent px-1.5 font-semibold text-accent-ink' : ''}
            >
              {day === today ? <span className="sr-only">{t('today')} </span> : null}
              {Number(day.slice(8))}
            </span>
          </td>
        ))}
      </tr>
      {lines.map((line) => (
        <tr key={line.map(({ one }) => one.id).join()}>
          {cellsOf(line, week).map((cell) =>
            typeof cell === 'string' ? (
              <td key={cell} className="border-x border-line" />
            ) : (
              <td key={cell.one.id} colSpan={cell.days} className="border-x border-line p-1 align-top">
                <OneOnSheet one={cell.one} />
              </td>
            ),
          )}
        </tr>
      ))}
      <tr>
        {week.map((day) => (
          <td key={day} className="h-6 border-x border-line" />
        ))}
      </tr>
    </tbody>
  );
}

type Laid = ReturnType<typeof layWeek<OnCalendar>>[number];

/** A line's cells from Monday to Sunday: what lies there, and the empty days by their name. */
function cellsOf(line: readonly Laid[], week: readonly string[]): (Laid | string)[] {
  return week.flatMap((day, column): (Laid | string)[] => {
    const begins = line.find((one) => one.column === column);
    if (begins) return [begins];
    const covered = line.some((one) => one.column < column && column < one.column + one.days);
    return covered ? [] : [day];
  });
}

function OneOnSheet({ one }: { one: OnCalendar }) {
  const t = useTranslations('exercise.month');
  const clock = useClock();
  const span = t('span', { from: clock.date(one.startsAt, 'day'), to: clock.date(one.endsAt, 'day') });
  return (
    <Link
      href={paths.exercise(one.code)}
      className={cx(
        'block rounded-sm border px-1.5 py-0.5 text-sm wrap-anywhere hover:underline',
        one.kind === 'exercise'
          ? 'border-accent-line bg-accent-wash font-semibold text-accent'
          : 'border-line-strong bg-paper text-ink',
        one.cancelled && 'line-through',
      )}
    >
      {one.words}
      <span className="sr-only">
        , {one.from === one.to ? clock.date(one.startsAt, 'day') : span}
        {one.cancelled ? `, ${t('cancelled')}` : null}
      </span>
    </Link>
  );
}
