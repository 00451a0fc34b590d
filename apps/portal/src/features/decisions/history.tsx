import { useTranslations } from 'next-intl';
import { Part } from './sheet.tsx';
import { useSheetTime } from './sheet-time.ts';
import type { Decision } from './types.ts';

type Procedure = Decision['sheet']['procedure'];
type Line = { at: string; words: string; reason: string | null };

/** How an agreement came about: the silence with its breaks and later ends, or the meeting. */
export function History({ decision: { sheet } }: { decision: Decision }) {
  const t = useTranslations('decisions.history');
  const time = useSheetTime(sheet.body.timeZone);
  const lines = linesOf(sheet.procedure, t, time);
  const { procedure } = sheet;
  const served = procedure.kind === 'silence' ? procedure.servedOtherwise : null;
  return (
    <Part id="history" title={t('title')}>
      <ol>
        {lines.map(({ at, words, reason }) => (
          <li key={`${at} ${words}`} className="border-t border-line py-1.5">
            {words}
            {reason ? (
              <span className="block text-sm whitespace-pre-line text-ink-2 wrap-anywhere">{reason}</span>
            ) : null}
          </li>
        ))}
      </ol>
      {served ? (
        <p className="border-t border-line py-1.5">
          {t('served', { nations: served.nations.join(', ') })}
          <span className="block text-sm text-ink-2 wrap-anywhere">{served.how}</span>
        </p>
      ) : null}
    </Part>
  );
}

type Words = ReturnType<typeof useTranslations<'decisions.history'>>;

function linesOf(procedure: Procedure, t: Words, time: (at: string) => string): Line[] {
  if (procedure.kind === 'meeting') {
    const words = procedure.place
      ? t('meetingAt', { day: procedure.heldOn, place: procedure.place })
      : t('meeting', { day: procedure.heldOn });
    return [{ at: procedure.heldOn, words, reason: procedure.note || null }];
  }
  const { openedAt, expiresAt, extensions, resumptions, breaks } = procedure;
  const between: Line[] = [
    ...extensions.map(({ at, until, reason }) => ({
      ...{ at, reason, words: t('extended', { at: time(at), until: time(until) }) },
    })),
    ...resumptions.map(({ at, until, reason }) => ({
      ...{ at, reason, words: t('resumed', { at: time(at), until: time(until) }) },
    })),
    ...breaks.map(({ at, nation, reason }) => ({
      ...{
        at,
        reason,
        words: nation ? t('brokenBy', { at: time(at), nation }) : t('broken', { at: time(at) }),
      },
    })),
    ...breaks.flatMap(({ liftedAt, nation }) =>
      liftedAt
        ? [
            {
              ...{ at: liftedAt, reason: null },
              words: nation
                ? t('liftedBy', { at: time(liftedAt), nation })
                : t('lifted', { at: time(liftedAt) }),
            },
          ]
        : [],
    ),
  ].sort((one, other) => (one.at < other.at ? -1 : 1));
  return [
    { at: openedAt, words: t('opened', { at: time(openedAt) }), reason: null },
    ...between,
    { at: expiresAt, words: t('ended', { at: time(expiresAt) }), reason: null },
  ];
}
