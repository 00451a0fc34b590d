import { SCALE } from '@concord/api/features/surveys/rules';
import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Bar } from '#features/dashboards/bars.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatNumber } from '#i18n/format.ts';
import type { Result } from './types.ts';

/** What came of each question: bars beside the table they are drawn from, or the texts. */
export function SurveyResults({ results }: { results: readonly Result[] }) {
  return (
    <ol className="flex flex-col gap-7">
      {results.map((result) => (
        <li key={result.id}>
          <OneResult result={result} />
        </li>
      ))}
    </ol>
  );
}

function OneResult({ result }: { result: Result }) {
  const t = useTranslations('surveys');
  const { locale } = useClock();
  const { kind, words, labels, counts, answered, mean, texts } = result;
  if (kind === 'text')
    return (
      <section>
        <h3 className="wrap-anywhere">{words}</h3>
        <p className="mb-2 text-sm text-ink-2">{t('count', { count: answered })}</p>
        <ul className="max-w-measure border-t border-line">
          {texts.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a finished list
            <li key={at} className="border-b border-line py-2 whitespace-pre-line wrap-anywhere">
              {text}
            </li>
          ))}
        </ul>
      </section>
    );
  const steps = Array.from({ length: SCALE }, (_, at) => t(`scale.${(at + 1) as 1 | 2 | 3 | 4 | 5}`));
  const names = kind === 'scale' ? steps : labels;
  return (
    <section>
      <h3 className="wrap-anywhere">{words}</h3>
      <p className="mb-2 text-sm text-ink-2">
        {t('count', { count: answered })}
        {mean === null
          ? null
          : ` · ${t('mean', { mean: formatNumber(mean, locale, { maximumFractionDigits: 1 }), of: SCALE })}`}
      </p>
      <Table caption={words} className="max-w-measure">
        <thead className="sr-only">
          <tr>
            <ColumnHead>{t('columns.answer')}</ColumnHead>
            <ColumnHead>{t('columns.share')}</ColumnHead>
            <ColumnHead>{t('columns.count')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {names.map((name, at) => (
            <tr key={name}>
              <RowHead className="w-2/5 border-b-0 py-1 font-normal wrap-anywhere">{name}</RowHead>
              <Cell className="w-1/2 border-b-0 py-1.5">
                <Bar
                  segments={[{ share: answered > 0 ? (counts[at] ?? 0) / answered : 0, shade: 'accent' }]}
                />
              </Cell>
              <Cell className="border-b-0 py-1 text-right tabular-nums">{counts[at]}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
