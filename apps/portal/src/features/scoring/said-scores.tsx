import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { JudgeDialog } from './judge-dialog.tsx';
import { Judgements } from './judgements.tsx';
import type { ScoredTeam } from './types.ts';

/** What a team answered and reported, each with what was hoped for and how it was judged. */
export function SaidScores({ scored }: { scored: ScoredTeam }) {
  const t = useTranslations('scoring.said');
  const kinds = useTranslations('running.said');
  const { locale } = useClock();
  const { exercise, team, rubric, lines } = scored;
  if (scored.said.length === 0) return <p className="text-ink-2">{t('nothing')}</p>;
  return (
    <ol className="border-t border-line">
      {scored.said.map((one) => (
        <li key={one.id} className="border-b border-line py-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
              <Tag>{kinds(`kinds.${one.kind === 'report' ? 'report' : 'answer'}`)}</Tag>
              {one.inject ? (
                <span className="font-semibold text-ink wrap-anywhere">
                  {t('inject', { number: one.inject.number, title: one.inject.title })}
                </span>
              ) : null}
              <span>{formatInstant(one.at, { zone: exercise.timeZone, locale, style: 'short' })}</span>
            </p>
            {scored.can.judge ? (
              <JudgeDialog
                judging={{ kind: 'official', exerciseId: exercise.id, teamId: team.id, responseId: one.id }}
                action={t('judge')}
                about={one.inject?.title ?? kinds('kinds.report')}
                title={t('judgeTitle', { team: team.name })}
                rubric={rubric}
                lines={lines}
              />
            ) : null}
          </div>
          <p className="max-w-measure whitespace-pre-line wrap-anywhere">{one.text}</p>
          {(['done', 'needs'] as const).map((name) =>
            one[name] ? (
              <p key={name} className="max-w-measure whitespace-pre-line wrap-anywhere">
                <span className="font-semibold">{kinds(name)}</span> {one[name]}
              </p>
            ) : null,
          )}
          {one.inject?.expected ? (
            <p className="mt-1 max-w-measure text-sm text-ink-2 wrap-anywhere">
              {t('expected', { words: one.inject.expected })}
            </p>
          ) : null}
          <Judgements
            lines={lines.filter(({ responseId }) => responseId === one.id)}
            rubric={rubric}
            zone={exercise.timeZone}
            named
          />
        </li>
      ))}
    </ol>
  );
}
