import { getTranslations } from 'next-intl/server';
import { getClock } from '#i18n/clock.ts';
import type { QuizState } from './types.ts';

/** Every attempt handed in: when, and how it went. */
export async function EarlierAttempts({ attempts }: { attempts: QuizState['earlier'] }) {
  const [t, clock] = await Promise.all([getTranslations('quiz'), getClock()]);
  return (
    <section aria-labelledby="attempts" className="mt-10">
      <h2 id="attempts" className="mb-2">
        {t('attempts')}
      </h2>
      <ol className="max-w-measure border-t border-line">
        {attempts.map(({ id, number, submittedAt, percent, passed, waiting }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
            <span>{t('attempt', { number })}</span>
            <span className="text-sm text-ink-2">{submittedAt ? clock.at(submittedAt) : null}</span>
            <span className={passed ? 'text-good' : 'text-ink-2'}>
              {waiting
                ? t('result.waiting')
                : `${t('result.score', { percent })} · ${t(passed ? 'result.passed' : 'result.failed')}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
