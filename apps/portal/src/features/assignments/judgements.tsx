import { getTranslations } from 'next-intl/server';
import { Tag } from '#components/ui/tag.tsx';
import type { Work } from './types.ts';

/** What the other markers decided, once markers see one another. */
export async function Judgements({ work }: { work: Work }) {
  const t = await getTranslations('assignments');
  if (work.judgements.length === 0) return null;
  return (
    <section aria-labelledby="others" className="mt-10 max-w-measure border-t border-line pt-5">
      <h2 id="others" className="mb-3">
        {t('others')}
      </h2>
      {work.judgements.map((one) => (
        <article key={one.id} className="mb-5">
          <h3>
            {one.marker} {one.outcome ? <Tag>{t(`outcome.${one.outcome}`)}</Tag> : null}
          </h3>
          <p className="whitespace-pre-wrap">{one.comment}</p>
          <ul className="text-ink-2">
            {work.rubric.map(({ key, title, points }) => (
              <li key={key}>
                {t('scored', { title, points: t('points', { points: one.scores[key] ?? 0, outOf: points }) })}
                <span className="block">{one.comments[key]}</span>
              </li>
            ))}
            {one.remarks.map(({ id, starts, ends, text }) => (
              <li key={id}>
                <q>{work.text.slice(starts, ends)}</q> {text}
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}
