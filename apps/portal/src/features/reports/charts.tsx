import { shareOf } from '@concord/api/features/reports/rules';
import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import { Drawing } from './drawn.tsx';
import type { Report } from './types.ts';

/** What was sent and answered, and what was seen, by objective. */
export function Charts({ report }: { report: Report }) {
  const t = useTranslations('reports');
  const { objectives, figures, whole } = report;
  // Which objective an inject serves is known to the staff alone.
  const untold = t(whole ? 'noObjective' : 'notByObjective');
  const named = objectives.map((one) => ({ ...one, title: one.title ?? untold }));
  const most = Math.max(1, ...named.map(({ sustain, improve }) => sustain + improve));
  const answered = (one: { sent: number; answered: number }) => t('ofSent', one);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {figures.sent > 0 ? (
        <Drawing
          id="answers"
          title={t('answers.title')}
          says={t('answers.says', { ...figures, minutes: figures.minutes ?? 0 })}
          bars={named
            .filter(({ sent }) => sent > 0)
            .map((one) => ({
              ...{ name: one.title, words: answered(one) },
              segments: [{ share: shareOf(one.answered, one.sent), shade: 'accent' as const }],
            }))}
          heads={[t('objective'), t('sent'), t('answered'), t('minutes')]}
          rows={named.map((one) => [one.title, one.sent, one.answered, one.minutes])}
        />
      ) : null}
      {named.some(({ sustain, improve }) => sustain + improve > 0) ? (
        <Drawing
          id="observed"
          title={t('observed.title')}
          says={t('observed.says', {
            sustain: named.reduce((sum, one) => sum + one.sustain, 0),
            improve: named.reduce((sum, one) => sum + one.improve, 0),
          })}
          bars={named.map((one) => ({
            ...{
              name: one.title,
              words: t('observed.words', { sustain: one.sustain, improve: one.improve }),
            },
            segments: [
              { share: one.sustain / most, shade: 'good' as const },
              { share: one.improve / most, shade: 'warn' as const },
            ],
          }))}
          heads={[t('objective'), t('sustain'), t('improve')]}
          rows={named.map((one) => [one.title, one.sustain, one.improve])}
        />
      ) : null}
    </div>
  );
}

/** How this exercise stands beside one's own earlier ones: the own party's teams, and for the staff all of them. */
export function Earlier({ report, code }: { report: Report; code: string }) {
  const t = useTranslations('reports');
  const clock = useClock();
  const kinds = [true, false].flatMap((whole) => {
    const all = report.earlier.filter((one) => one.whole === whole);
    return all.some((one) => one.code !== code) ? [{ whole, all }] : [];
  });
  if (kinds.length === 0) return <p className="text-ink-2">{t('earlier.none')}</p>;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {kinds.map(({ whole, all }) => (
        <Drawing
          key={String(whole)}
          id={whole ? 'earlier-whole' : 'earlier-own'}
          title={whole ? t('earlier.whole') : t('earlier.own')}
          says={t('earlier.says')}
          bars={all.map((one) => ({
            ...{
              name: `${one.name}, ${clock.date(one.startsAt)}`,
              words: t('ofSent', { sent: one.sent, answered: one.answered }),
            },
            segments: [
              { share: shareOf(one.answered, one.sent), shade: one.code === code ? 'accent' : 'soft' },
            ],
          }))}
          heads={[t('exercise'), t('sent'), t('answered'), t('minutes')]}
          rows={all.map((one) => [one.name, one.sent, one.answered, one.minutes])}
        />
      ))}
    </div>
  );
}
