import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import type { Line } from './types.ts';

type Props = {
  line: Line;
  about: string;
  /** Without a word for what was not tried: of the course as a whole. */
  plain?: boolean;
};

/** What one person reached in one activity: the figure, what stands, and who decided it, when and why. */
export function ResultCell({ line, about, plain = false }: Props) {
  const t = useTranslations('grades');
  const clock = useClock();
  const [result, decision, extension] = [line.results[about], line.decisions[about], line.extensions[about]];
  const decided = decision && decision.outcome !== 'computed' ? decision.outcome : null;
  const percent = decided ? (decision?.percent ?? result?.percent) : result?.percent;
  return (
    <>
      {plain && !decided ? null : <State decided={decided} result={result} />}
      {typeof percent === 'number' ? (
        <span className="ml-2 tabular-nums">{t('percent', { percent: Math.round(percent) })}</span>
      ) : null}
      {result ? (
        <span className="block text-sm text-ink-2">
          {t('tries', { count: result.tries })}
          {result.by ? ` · ${t('markedBy', { by: result.by })}` : null}
        </span>
      ) : null}
      {decision ? (
        <span className="block max-w-64 text-sm wrap-anywhere text-ink-2">
          {t(decided ? 'decidedBy' : 'takenBack', {
            by: decision.by,
            at: clock.date(decision.at),
            reason: decision.reason,
          })}
        </span>
      ) : null}
      {extension ? (
        <span className="block max-w-64 text-sm wrap-anywhere text-ink-2">
          {t('moreTime', {
            at: clock.date(extension.dueAt),
            reason: extension.reason,
            by: extension.by,
          })}
        </span>
      ) : null}
    </>
  );
}

type StateProps = { decided: 'pass' | 'fail' | null; result: Line['results'][string] | undefined };

function State({ decided, result }: StateProps) {
  const t = useTranslations('grades');
  if (decided === 'pass' || (!decided && result?.passed))
    return (
      <Tag tone="good" marked>
        {t('passed')}
      </Tag>
    );
  if (!decided && result?.waiting)
    return (
      <Tag tone="warn" marked>
        {t('waiting')}
      </Tag>
    );
  if (!decided && result && result.passed === null) return <Tag tone="info">{t('underWay')}</Tag>;
  if (decided === 'fail' || result)
    return (
      <Tag tone="bad" marked>
        {t('failed')}
      </Tag>
    );
  return <span className="text-sm text-ink-2">{t('none')}</span>;
}
