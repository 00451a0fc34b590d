import { getTranslations } from 'next-intl/server';
import { Tag } from '#components/ui/tag.tsx';
import { getClock } from '#i18n/clock.ts';
import { MarkedText } from './marked-text.tsx';
import type { OwnWork, Submission } from './types.ts';

type Props = { submission: Submission; rubric: OwnWork['rubric'] };

/** Work that was handed in, and, once it is settled, what came of it. */
export async function HandedIn({ submission, rubric }: Props) {
  const [t, clock] = await Promise.all([getTranslations('assignments'), getClock()]);
  const { number, submittedAt, outcome, judgements, text, files, late } = submission;
  const remarks = judgements.flatMap((one) => one.remarks);
  return (
    <section aria-labelledby={`work-${number}`} className="mb-10 border-t border-line pt-5">
      <h2 id={`work-${number}`} className="mb-1">
        {t('try', { number })} <Tag>{t(outcome ? `outcome.${outcome}` : 'waiting')}</Tag>
      </h2>
      <p className="mb-4 text-sm text-ink-2">
        {submittedAt ? t('handedInAt', { at: clock.at(submittedAt) }) : null} {late ? t('wasLate') : null}
      </p>
      {judgements.map((judgement) => (
        <div key={judgement.place} className="mb-4 max-w-measure">
          {judgement.total.outOf > 0 ? (
            <p className="font-medium">
              {t('points', { points: judgement.total.points, outOf: judgement.total.outOf })}
            </p>
          ) : null}
          <p className="whitespace-pre-wrap">{judgement.comment}</p>
          <ul>
            {rubric.map(({ key, title, points }) => (
              <li key={key} className="py-1">
                {t('scored', {
                  title,
                  points: t('points', { points: judgement.scores[key] ?? 0, outOf: points }),
                })}
                <span className="block text-ink-2">{judgement.comments[key]}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {text ? <MarkedText text={text} remarks={remarks} /> : null}
      {remarks.length > 0 ? (
        <ol aria-label={t('remarks')} className="mt-3 max-w-measure list-decimal pl-6">
          {remarks.map(({ id, starts, ends, text: words }) => (
            <li key={id} className="py-1">
              <q className="text-ink-2">{text.slice(starts, ends)}</q> {words}
            </li>
          ))}
        </ol>
      ) : null}
      <ul className="mt-3">
        {files.map(({ fileId, name }) => (
          <li key={fileId}>
            <a href={`/api/files/${fileId}`} className="font-medium text-accent hover:underline">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
