'use client';

import type { QuestionAnswer, QuestionBody } from '@concord/api/features/bank/body';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Notice } from '#components/notice.tsx';
import { RenderedText } from '#components/rendered-text.tsx';
import { Button } from '#components/ui/button.tsx';
import { ViewButton } from '#components/ui/view-button.tsx';
import { AnswerInput } from '#features/quiz/inputs/answer-input.tsx';
import type { LearnerQuestion } from '#features/quiz/types.ts';
import { languageName } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';

type Told = { score: number | null; feedback: string[]; explanation: string };
type Shown = { body: QuestionBody; questions: Readonly<Record<string, LearnerQuestion>> };
type Props = {
  body: QuestionBody;
  language: string;
  /** As a learner meets it; null while it is still being written, when it is made on request. */
  questions: Shown['questions'] | null;
};

/** The question as a learner meets it, with a check that scores as an attempt would. */
export function TryQuestion({ body, language, questions }: Props) {
  const t = useTranslations('bank.try');
  const [shown, setShown] = useState<Shown | null>(questions ? { body, questions } : null);
  const [failed, setFailed] = useState(false);

  async function show() {
    const made = await api.bank.asLearner.mutate({ body }).catch(() => null);
    setFailed(made === null);
    if (made) setShown({ body, questions: made });
  }

  return (
    <div className="flex flex-col gap-4">
      {questions ? null : (
        <div>
          <Button onClick={show}>{shown ? t('again') : t('show')}</Button>
          {failed ? <p className="mt-2 font-semibold text-bad">{t('notYet')}</p> : null}
        </div>
      )}
      {shown ? <Asked key={JSON.stringify(shown.body)} shown={shown} first={language} /> : null}
    </div>
  );
}

function Asked({ shown, first }: { shown: Shown; first: string }) {
  const t = useTranslations('bank.try');
  const [language, setLanguage] = useState(first);
  const [answer, setAnswer] = useState<QuestionAnswer | undefined>(undefined);
  const [told, setTold] = useState<Told | null>(null);
  const question = shown.questions[language] ?? shown.questions[first];
  if (!question) return null;

  async function check() {
    const given = answer ?? { choices: [] };
    setTold(await api.bank.tryOut.mutate({ body: shown.body, answer: given, language }).catch(() => null));
  }

  return (
    <div className="max-w-measure rounded-md border border-line-strong bg-raised px-5 py-4">
      <Languages all={Object.keys(shown.questions)} current={language} onChange={setLanguage} />
      {question.kind === 'gapText' ? null : <RenderedText html={question.prompt} language={language} />}
      <div className="my-4">
        <AnswerInput question={question} answer={answer} language={language} onAnswer={setAnswer} />
      </div>
      <Button onClick={check}>{t('check')}</Button>
      <div role="status" className="mt-4">
        {told ? <Outcome told={told} language={language} /> : null}
      </div>
    </div>
  );
}

function Languages(props: { all: readonly string[]; current: string; onChange: (language: string) => void }) {
  const t = useTranslations('bank.try');
  if (props.all.length < 2) return null;
  return (
    <fieldset className="mb-3 flex gap-4 text-sm">
      <legend className="sr-only">{t('language')}</legend>
      {props.all.map((language) => (
        <ViewButton
          key={language}
          lang={language}
          aria-pressed={language === props.current}
          onClick={() => props.onChange(language)}
        >
          {languageName(language)}
        </ViewButton>
      ))}
    </fieldset>
  );
}

function Outcome({ told, language }: { told: Told; language: string }) {
  const t = useTranslations('bank.try');
  const { score } = told;
  const kind = score === null ? 'info' : score === 1 ? 'good' : score > 0 ? 'warn' : 'bad';
  const percent = score === null ? 0 : Math.round(score * 1000) / 10;
  return (
    <Notice kind={kind} title={score === null ? t('byHand') : t('score', { percent })}>
      {told.feedback.map((html) => (
        <RenderedText key={html} html={html} language={language} />
      ))}
      {told.explanation === '' ? null : <RenderedText html={told.explanation} language={language} />}
    </Notice>
  );
}
