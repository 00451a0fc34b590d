'use client';

import type { QuestionBody } from '@concord/api/features/bank/body';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { textsIn, tidyBody, withText } from './edit-body.ts';
import { EditorProvider } from './editor-state.tsx';
import { type Facts, FactsFields } from './facts-fields.tsx';
import { EditorOf } from './kinds/editor-of.tsx';
import { LanguagesShown } from './languages-shown.tsx';
import { RichField } from './rich-field.tsx';
import { TryQuestion } from './try-question.tsx';
import type { Shelf } from './types.ts';
import { useBodyCheck } from './use-body-check.ts';

type Props = {
  begin: QuestionBody;
  sourceLanguage: string;
  shelves: readonly Shelf[];
  /** A question that is there gets its next version; without one, a question is made. */
  question?: { id: string; number: number };
  facts: Facts;
};

/** One form for a question of any type, in one or two languages side by side. */
export function QuestionEditor({ begin, sourceLanguage, shelves, question, facts: first }: Props) {
  const t = useTranslations('bank.editor');
  const router = useRouter();
  const [body, change] = useState(begin);
  const [facts, setFacts] = useState(first);
  const [note, setNote] = useState('');
  const [beside, setBeside] = useState<string | null>(null);
  const create = useCommand(api.bank.create.mutate);
  const save = useCommand(api.bank.save.mutate);
  const command = question ? save : create;
  const checked = useBodyCheck();
  const entries = checked.entries.length > 0 ? checked.entries : command.entries;
  const errorOf = (path: string) => entries.find((entry) => entry.path === path)?.message ?? null;
  const languages = beside === null ? [sourceLanguage] : [sourceLanguage, beside];

  async function send(event: FormEvent) {
    event.preventDefault();
    const sent = tidyBody(body, sourceLanguage);
    if (!checked.check(sent, sourceLanguage, question ? null : facts.name)) return;
    const done = question
      ? await save.run({ questionId: question.id, basedOn: question.number, note, body: sent })
      : await create.run({ ...facts, sourceLanguage, body: sent });
    if (done) router.push(paths.question(done.questionId));
  }

  return (
    <EditorProvider value={{ body, change, languages, errorOf }}>
      <form onSubmit={send} noValidate aria-busy={command.pending} className="flex flex-col gap-6">
        <ErrorSummary
          message={command.message}
          entries={entries}
          attempt={command.attempt + checked.attempt}
        />
        {question ? null : (
          <FactsFields facts={facts} onChange={setFacts} shelves={shelves} errorOf={errorOf} />
        )}
        <LanguagesShown
          source={sourceLanguage}
          written={Object.keys(body.texts)}
          beside={beside}
          onChange={setBeside}
        />
        <RichField
          label={t('prompt')}
          hint={body.kind === 'gapText' ? t('promptGaps') : t('markdown')}
          path={(language) => `body.texts.${language}.prompt.source`}
          value={(language) => textsIn(body, language).prompt.source}
          onChange={(language, source) => change(withText(body, language, 'prompt', source))}
        />
        <EditorOf body={body} />
        <RichField
          label={t('explanation')}
          hint={t('explanationHint')}
          optional
          path={(language) => `body.texts.${language}.explanation.source`}
          value={(language) => textsIn(body, language).explanation.source}
          onChange={(language, source) => change(withText(body, language, 'explanation', source))}
        />
        {question ? (
          <Field name="note" label={t('note')} description={t('noteHint')} error={errorOf('note')} optional>
            <TextField value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" disabled={command.pending}>
            {question ? t('saveVersion', { number: question.number + 1 }) : t('create')}
          </Button>
          <LinkButton href={question ? paths.question(question.id) : '/learn/bank'}>{t('leave')}</LinkButton>
        </div>
      </form>
      <section aria-labelledby="try" className="mt-10 border-t border-line pt-6">
        <h2 id="try" className="mb-3">
          {t('try')}
        </h2>
        <TryQuestion body={tidyBody(body, sourceLanguage)} language={sourceLanguage} questions={null} />
      </section>
    </EditorProvider>
  );
}
