import { getLocale, getTranslations } from 'next-intl/server';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';
import { EarlierAttempts } from './earlier-attempts.tsx';
import { CertaintyTable } from './inputs/certainty-table.tsx';
import { attemptFacts, quizFacts } from './quiz-facts.ts';
import { QuizResultView } from './quiz-result.tsx';
import { QuizRunner } from './quiz-runner.tsx';
import { StartButton } from './start-button.tsx';
import type { QuizPlace, QuizState } from './types.ts';

type Props = {
  /** The course's address, for the way on. */
  slug: string;
  activity: { id: string };
  enrolment: { id: string; language?: string | null };
  /** The language the course is shown in, when it is not the enrolment's. */
  language?: string;
  /** What comes after this activity. */
  next?: { key: string } | null;
};

/** A quiz on a person's path: how it is taken, the attempt under way, or the result of the last one. */
export async function QuizActivity({ slug, activity, enrolment, language, next }: Props) {
  const [api, locale] = await Promise.all([serverApi(), getLocale()]);
  const shown = language ?? enrolment.language ?? locale;
  const at = { enrolmentId: enrolment.id, activityId: activity.id };
  const state = await api.quizzes.state({ ...at, language: shown });
  if (state.open) {
    return (
      <ClientMessages of={['quiz']}>
        <QuizRunner
          key={`${state.open.id} ${shown}`}
          attempt={state.open}
          at={at}
          now={state.now}
          language={shown}
          facts={await attemptFacts(state)}
        />
      </ClientMessages>
    );
  }
  const last = state.earlier.at(-1);
  if (!last) return <Intro state={state} at={at} />;
  const result = await api.quizzes.result({ attemptId: last.id, language: shown });
  const onward = next ? paths.activity(slug, next.key) : paths.course(slug);
  return (
    <QuizResultView
      result={result}
      language={shown}
      onward={onward}
      last={!next}
      again={<Again state={state} at={at} />}
    >
      {state.earlier.length > 1 ? <EarlierAttempts attempts={state.earlier} /> : null}
    </QuizResultView>
  );
}

async function Intro({ state, at }: { state: QuizState; at: QuizPlace }) {
  const t = await getTranslations('quiz');
  const { settings, start } = state;
  return (
    <>
      <p className="mb-4 text-sm text-ink-2">{await quizFacts(state)}</p>
      <p className="mb-6 max-w-measure">{t(settings.minutes === null ? 'intro' : 'introTimed')}</p>
      {settings.certainty ? (
        <section className="mb-6 max-w-measure rounded-md border border-line px-5 py-4">
          <h2 className="mb-1 text-lg">{t('sure.question')}</h2>
          <CertaintyTable />
        </section>
      ) : null}
      {start.may ? (
        <ClientMessages of={[]}>
          <StartButton {...at} primary>
            {t('start')}
          </StartButton>
        </ClientMessages>
      ) : (
        <WhyNot start={start} />
      )}
    </>
  );
}

/** Why no attempt can be started now, and from when one can. */
async function WhyNot({ start }: { start: Extract<QuizState['start'], { may: false }> }) {
  const [t, clock] = await Promise.all([getTranslations('quiz'), getClock()]);
  const words =
    'at' in start
      ? t(start.reason === 'closed' ? 'closedAt' : start.reason, { at: clock.at(start.at) })
      : t('noneLeft');
  return <p className="max-w-measure border-l-3 border-warn pl-3">{words}</p>;
}

async function Again({ state, at }: { state: QuizState; at: QuizPlace }) {
  const t = await getTranslations('quiz');
  const passed = state.earlier.some((attempt) => attempt.passed);
  if (!state.start.may) return passed ? null : <WhyNot start={state.start} />;
  const { left } = state.start;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <ClientMessages of={[]}>
        <StartButton {...at} primary={!passed}>
          {t('startAgain')}
        </StartButton>
      </ClientMessages>
      {left === null ? null : <span className="text-sm text-ink-2">{t('left', { count: left })}</span>}
    </div>
  );
}
