import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import type { Criterion, Line } from './types.ts';

type Props = {
  /** Of one kind, and of one thing; the newest first. */
  lines: readonly Line[];
  rubric: readonly Criterion[];
  zone: string;
  /** Says by which criterion, where the lines are of several. */
  named?: boolean;
};

/** What stands of each line, with its reason, and what stood before. */
export function Judgements({ lines, rubric, zone, named = false }: Props) {
  const t = useTranslations('scoring.judge');
  const groups = [...Map.groupBy(lines, (one) => `${one.criterionId} ${one.responseId}`).values()];
  return groups.map(([newest, ...before]) =>
    newest ? (
      <div key={newest.id} className="mt-2 border-l-3 border-accent-line pl-3">
        {named ? (
          <p className="font-semibold wrap-anywhere">
            {rubric.find(({ id }) => id === newest.criterionId)?.title}
          </p>
        ) : null}
        <Judgement line={newest} rubric={rubric} zone={zone} />
        {before.length > 0 ? (
          <details className="mt-1">
            <summary className="cursor-pointer text-sm text-accent">
              {t('before', { count: before.length })}
            </summary>
            {before.map((line) => (
              <div key={line.id} className="mt-2 text-ink-2">
                <Judgement line={line} rubric={rubric} zone={zone} />
              </div>
            ))}
          </details>
        ) : null}
      </div>
    ) : null,
  );
}

function Judgement({ line, rubric, zone }: { line: Line; rubric: readonly Criterion[]; zone: string }) {
  const t = useTranslations('scoring.judge');
  const { locale } = useClock();
  const levels = rubric.find(({ id }) => id === line.criterionId)?.levels ?? [];
  const level = line.level === null ? null : levels[line.level];
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {level ? (
          <span className="font-semibold wrap-anywhere">{level.words}</span>
        ) : (
          <Tag tone="warn">{t('takenBack')}</Tag>
        )}
        {line.points === null ? null : <Tag tone="info">{t('points', { points: line.points })}</Tag>}
      </p>
      <p className="max-w-measure whitespace-pre-line wrap-anywhere">{line.reason}</p>
      <p className="text-sm text-ink-2">
        {line.by} · {formatInstant(line.at, { zone, locale, style: 'short' })}
      </p>
    </>
  );
}
