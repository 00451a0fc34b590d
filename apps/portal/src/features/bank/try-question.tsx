'use client';

import type { QuestionAnswer, QuestionBody } from '@concord/api/features/bank/body';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Notice } from '#components/notice.tsx';
import { RenderedText } from '#components/rendered-text.tsx';
import { Button } from '#components/ui/button.tsx';
import { languageName } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';
import { AnswerFields, blankAnswer } from './answer-fields.tsx';

type Told = { score: number | null; feedback: string[]; explanation: string };
type Props = {
  body: QuestionBody;
  language: string;
  /** The question is still being written: it is rendered when asked for. */
  live?: boolean;
};

/** The question as a learner meets it, with a check that scores as an attempt would. */
export function TryQuestion({ body, language, live = false }: Props) {
  const t = useTranslations('bank.try');
  const [shown, setShown] = useState(live ? null : body);
  const [failed, setFailed] = useState(false);

  async function show() {
    const rendered = await api.bank.render.mutate({ body }).catch(() => null);
    setFailed(rendered === null);
    if (rendered) setShown(rendered);
  }

  return (
    <div className="flex flex-col gap-4">
      {live ? (
        <div>
          <Button onClick={show}>{shown ? t('again') : t('show')}</Button>
          {failed ? <p className="mt-2 font-semibold text-bad">{t('notYet')}</p> : null}
        </div>
      ) : null}
      {shown ? <Asked key={JSON.stringify(shown)} body={shown} first={language} /> : null}
    </div>
  );
}

function Asked({ body, first }: { body: QuestionBody; first: string }) {
  const t = useTranslations('bank.try');
  const [language, setLanguage] = useState(first);
  const [answer, setAnswer] = useState<QuestionAnswer>(() => blankAnswer(body));
  const [told, setTold] = useState<Told | null>(null);
  const said = body.texts[language] ?? body.texts[first];
  if (!said) return null;

  async function check() {
    setTold(await api.bank.tryOut.mutate({ body, answer, language }).catch(() => null));
  }

  return (
    <div className="max-w-measure rounded-md border border-line-strong bg-raised px-5 py-4">
      <Languages all={Object.keys(body.texts)} current={language} onChange={setLanguage} />
      <RenderedText html={said.prompt.html} language={language} />
      <div className="my-4">
        <AnswerFields body={body} said={said} language={language} answer={answer} onChange={setAnswer} />
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
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === props.current}
          onClick={() => props.onChange(language)}
          className="border-b-3 border-transparent py-0.5 font-medium text-ink-2 hover:text-ink aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {languageName(language)}
        </button>
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
