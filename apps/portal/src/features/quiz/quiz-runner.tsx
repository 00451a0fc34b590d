'use client';

import { hasAnswer } from '@concord/api/features/quizzes/scoring/score';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { api } from '#trpc/client.ts';
import { AttemptEnd } from './attempt-end.tsx';
import { CheckedQuestion } from './checked-question.tsx';
import { HandIn } from './hand-in.tsx';
import { ProgressSegments } from './progress-segments.tsx';
import { QuestionForm } from './question-form.tsx';
import { SyncLine } from './sync-line.tsx';
import { TimeRemaining } from './time-remaining.tsx';
import type { OpenAttempt, QuizPlace } from './types.ts';
import { useAnswerStore } from './use-answer-store.ts';
import { useTimeInView } from './use-time-in-view.ts';
import { useTimeLeft } from './use-time-left.ts';

type Props = {
  attempt: OpenAttempt;
  at: QuizPlace;
  now: string;
  language: string;
  /** "no time limit · another attempt possible". */
  facts: string;
};

/** An attempt under way, one question at a time; the place after the last question is the look before handing in. */
export function QuizRunner({ attempt, at, now, language, facts }: Props) {
  const t = useTranslations('quiz');
  const [store, view] = useAnswerStore(attempt, now, at);
  const left = useTimeLeft(attempt.endsAt, now, store.serverTime);
  const { questions } = attempt;
  const answered = questions.map(({ key }) => hasAnswer(view.replies[key]?.answer));
  const [place, setPlace, head] = usePlace(answered);
  const submit = useHandIn(attempt.id, () => store.flush());
  const check = useCheck(attempt.id, () => store.flush());
  const question = questions[place];
  const inView = useTimeInView(question?.key);
  const over = left === 0 || view.refusal === 'quiz.timeOver';
  const ended = view.refusal !== null || over;
  const sync = <SyncLine view={view} />;
  const { handIn } = submit;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the clock has run out under the reader's eyes
  useEffect(() => {
    if (over && attempt.state === 'open') void handIn();
  }, [over]);

  // The last look is at what stands, whichever device it was given on.
  const last = question === undefined;
  useEffect(() => {
    if (last) void store.look();
  }, [last, store]);

  const checked = question ? attempt.checked[question.key] : undefined;
  const checks = attempt.immediate && question?.kind !== 'essay' && question?.kind !== 'file';
  const goOn = place + 1 < questions.length ? t('next') : t('review');
  const onBack = place > 0 ? () => setPlace(place - 1) : null;
  const onNext = () => setPlace(place + 1);

  return (
    <>
      {ended ? null : (
        <>
          <p className="mb-4 text-sm text-ink-2 first-letter:uppercase">
            {question ? `${t('position', { number: place + 1, total: questions.length })} · ` : null}
            {facts}
          </p>
          {left !== null ? <TimeRemaining left={left} /> : null}
          <ProgressSegments answered={answered} current={place} />
        </>
      )}
      <ErrorSummary message={submit.message ?? check.message} attempt={submit.attempt + check.attempt} />
      {ended ? (
        <AttemptEnd
          why={over ? 'over' : 'closed'}
          lost={view.lost}
          pending={submit.pending}
          onResult={handIn}
        />
      ) : question && checked ? (
        <CheckedQuestion
          key={question.key}
          review={checked}
          language={language}
          onBack={onBack}
          onNext={onNext}
          next={goOn}
          head={head}
        />
      ) : question ? (
        <QuestionForm
          key={question.key}
          question={question}
          reply={view.replies[question.key]}
          language={language}
          certainty={attempt.certainty}
          onReply={(reply, delay) => store.answer(question.key, reply, { delay, milliseconds: inView() })}
          onBack={onBack}
          onNext={checks && answered[place] ? () => check.run(question.key) : onNext}
          next={checks && answered[place] ? t('check') : goOn}
          pending={check.pending}
          head={head}
        >
          {sync}
        </QuestionForm>
      ) : (
        <HandIn
          unanswered={answered.flatMap((done, index) => (done ? [] : [index]))}
          pending={submit.pending}
          onGoTo={setPlace}
          onBack={() => setPlace(questions.length - 1)}
          onHandIn={handIn}
          head={head}
        >
          {sync}
        </HandIn>
      )}
    </>
  );
}

/** Has an answer checked once it has arrived; from then on it stands. */
function useCheck(attemptId: string, arrived: () => Promise<boolean>) {
  const router = useRouter();
  const check = useCommand(api.quizzes.check.mutate);
  async function run(questionKey: string) {
    if (!(await arrived())) return;
    if (await check.run({ attemptId, questionKey })) router.refresh();
  }
  return { ...check, run };
}

/** The question in view: the first without an answer to begin with. Each new one takes the focus. */
function usePlace(answered: readonly boolean[]) {
  const head = useRef<HTMLDivElement & HTMLHeadingElement>(null);
  const [place, setPlace] = useState(() => {
    const open = answered.indexOf(false);
    return open < 0 ? answered.length : open;
  });
  const moved = useRef(false);
  const go = (next: number) => {
    moved.current = true;
    setPlace(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the place changes, whatever it shows
  useEffect(() => {
    if (moved.current) head.current?.focus();
  }, [place]);
  return [place, go, head] as const;
}

/** Hands in once everything given has arrived, then shows the result. */
function useHandIn(attemptId: string, arrived: () => Promise<boolean>) {
  const router = useRouter();
  const submit = useCommand(api.quizzes.submit.mutate);
  const [waiting, setWaiting] = useState(false);
  async function handIn() {
    setWaiting(true);
    await arrived();
    const done = await submit.run({ attemptId });
    setWaiting(false);
    if (!done) return;
    router.refresh();
    window.scrollTo(0, 0);
    document.getElementById('content')?.focus();
  }
  return { ...submit, handIn, pending: waiting || submit.pending };
}
