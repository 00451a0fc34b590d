import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { formatNumber } from '#i18n/format.ts';
import { plain } from '../inputs/input.ts';

type Analysis = inferRouterOutputs<AppRouter>['quizzes']['analysis'];
type Item = Analysis['items'][number];

const tones: Record<Item['hint'], Tone> = {
  few: 'neutral',
  checkKey: 'bad',
  oneChoiceWins: 'bad',
  tooEasy: 'warn',
  tooHard: 'warn',
  skipped: 'warn',
  weak: 'warn',
  idleChoices: 'info',
  good: 'good',
};

/** Each question with its figures, what its choices drew, and a hint in plain words. */
export async function AnalysisTable({ items }: { items: readonly Item[] }) {
  const [t, locale] = await Promise.all([getTranslations('quizStaff.analysis'), getLocale()]);
  const figure = (value: number | null, digits = 2) =>
    value === null ? '–' : formatNumber(Math.round(value * 10 ** digits) / 10 ** digits, locale);
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          {(
            ['question', 'tries', 'facility', 'discrimination', 'seconds', 'choices', 'hintHead'] as const
          ).map((head) => (
            <ColumnHead key={head}>{t(head)}</ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.versionId}>
            <RowHead className="min-w-48">
              {item.name}
              <span className="block text-sm font-normal text-ink-2">
                {t(`kind.${item.kind}`)}
                {item.number > 1 ? ` · ${t('version', { number: item.number })}` : null}
              </span>
            </RowHead>
            <Cell className="tabular-nums">{item.tries}</Cell>
            <Cell className="tabular-nums">{t('percent', { percent: Math.round(item.facility * 100) })}</Cell>
            <Cell className="tabular-nums">{figure(item.discrimination)}</Cell>
            <Cell className="tabular-nums">{figure(item.seconds, 0)}</Cell>
            <Cell className="min-w-56 text-sm">
              <Choices item={item} />
            </Cell>
            <Cell className="min-w-56">
              <Tag tone={tones[item.hint]} marked>
                {t(`hint.${item.hint}.word`)}
              </Tag>
              <span className="mt-1 block text-sm text-ink-2">{t(`hint.${item.hint}.meaning`)}</span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

async function Choices({ item }: { item: Item }) {
  const t = await getTranslations('quizStaff.analysis');
  if (item.choices.length === 0) return <span className="text-ink-2">–</span>;
  return (
    <ul className="flex flex-col gap-1">
      {item.choices.map(({ key, words, right, count }) => (
        <li key={key} className="grid grid-cols-[1fr_auto] gap-x-3">
          <span className={right ? 'font-semibold text-good' : ''}>
            {right ? <span aria-hidden="true">✓ </span> : null}
            {plain(words) || t(`named.${key === 'true' ? 'true' : 'false'}`)}
            {right ? <span className="sr-only"> ({t('right')})</span> : null}
          </span>
          <span className="tabular-nums">{count}</span>
        </li>
      ))}
    </ul>
  );
}
