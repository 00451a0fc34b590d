import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { ReplyTo } from './team-forms.tsx';
import type { SaidOnBoard } from './types.ts';

type Props = {
  said: readonly SaidOnBoard[];
  zone: string;
  /** For control: the teams, to say which of them said it and to answer. */
  teams?: readonly { id: string; name: string }[];
  injects?: readonly { id: string; number: number }[];
  replyIn?: string;
};

/** Answers, reports, questions and replies, the newest first. */
export function SaidFeed({ said, zone, teams = [], injects = [], replyIn }: Props) {
  const t = useTranslations('running.said');
  const { locale } = useClock();
  if (said.length === 0) return <p className="text-ink-2">{t('nothing')}</p>;
  return (
    <ol className="border-t border-line">
      {said.map((one) => {
        const team = teams.find(({ id }) => id === one.teamId);
        const inject = injects.find(({ id }) => id === one.injectId);
        return (
          <li key={one.id} className="border-b border-line py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
              <Tag tone={one.kind === 'question' ? 'warn' : 'neutral'}>{t(`kinds.${one.kind}`)}</Tag>
              {team ? <span className="font-semibold text-ink">{team.name}</span> : null}
              {inject ? <span>#{inject.number}</span> : null}
              <span>
                {one.by} · {formatInstant(one.at, { zone, locale, style: 'short' })}
              </span>
            </p>
            <p className="max-w-measure whitespace-pre-line wrap-anywhere">{one.text}</p>
            {(['done', 'needs'] as const).map((name) =>
              one[name] ? (
                <p key={name} className="max-w-measure whitespace-pre-line wrap-anywhere">
                  <span className="font-semibold">{t(name)}</span> {one[name]}
                </p>
              ) : null,
            )}
            {replyIn && team && one.kind !== 'reply' ? (
              <div className="mt-2">
                <ReplyTo exerciseId={replyIn} team={team} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
