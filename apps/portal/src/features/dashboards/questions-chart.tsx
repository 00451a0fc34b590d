import { percentOf } from '@concord/api/features/dashboards/rules';
import { getTranslations } from 'next-intl/server';
import { Bar } from './bars.tsx';
import { Chart } from './chart.tsx';
import type { Dashboard } from './types.ts';

const HARD = 0.5;
const MOST_DRAWN = 20;

type Question = Dashboard['questions'][number];

/** The questions, the hardest first; the table has all of them in the course's order. */
export async function QuestionsChart({ questions, csv }: { questions: Dashboard['questions']; csv: string }) {
  const t = await getTranslations('dashboards');
  const name = (one: Question) => one.name ?? t('questions.number', { number: one.number });
  const percent = ({ share }: Question) => percentOf(share, 1);
  const hardest = [...questions].sort((a, b) => a.share - b.share).slice(0, MOST_DRAWN);
  const hard = questions.filter(({ share }) => share < HARD).length;
  return (
    <Chart
      {...{ name: 'questions', csv, wide: true }}
      says={questions.length > 0 ? t('questions.says', { count: questions.length, hard }) : null}
      heads={[
        t('questions.question'),
        t('results.activity'),
        t('questions.answers'),
        t('questions.right'),
        t('questions.seconds'),
      ]}
      rows={questions.map((one) => [
        ...[name(one), one.title, one.tries, t('percent', { percent: percent(one) })],
        one.seconds === null ? null : Math.round(one.seconds),
      ])}
    >
      <ol className="grid gap-x-8 lg:grid-cols-2">
        {hardest.map((one) => (
          <li
            key={`${one.key} ${one.id}`}
            className="grid grid-cols-[minmax(0,1fr)_6rem_3rem] items-center gap-x-3 border-t border-line py-1.5 text-sm md:grid-cols-[minmax(0,1fr)_9rem_3rem]"
          >
            <span className="min-w-0 wrap-anywhere">
              {name(one)}
              {one.name === null ? <span className="block text-ink-2">{one.title}</span> : null}
            </span>
            <Bar thin segments={[{ share: one.share, shade: one.share < HARD ? 'bad' : 'accent' }]} />
            <span className="text-right tabular-nums">{t('percent', { percent: percent(one) })}</span>
          </li>
        ))}
      </ol>
    </Chart>
  );
}
