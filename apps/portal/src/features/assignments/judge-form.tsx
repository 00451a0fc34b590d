'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { RemarkEditor } from './remark-editor.tsx';
import type { Remark, Work } from './types.ts';

type Outcome = 'pass' | 'fail' | 'return' | null;

/** A judgement being written: remarks in the text, points and a word to each criterion, and the decision. */
export function JudgeForm({ work, address }: { work: Work; address: string }) {
  const t = useTranslations('assignments');
  const router = useRouter();
  const command = useCommand(api.assignments.judge.mutate);
  const { own, rubric } = work;
  const [remarks, setRemarks] = useState<Remark[]>(
    () => own?.remarks.map(({ starts, ends, text }) => ({ starts, ends, text })) ?? [],
  );
  const readOnly = !work.may;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const outcome = (button?.value || null) as Outcome;
    const words = (name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');
    const scores = rubric.flatMap(({ key }) => {
      const typed = words(`scores.${key}`).trim().replace(',', '.');
      return typed === '' ? [] : [[key, Number(typed)] as const];
    });
    const done = await command.run({
      submissionId: work.id,
      revision: own?.revision ?? 0,
      scores: Object.fromEntries(scores),
      comments: Object.fromEntries(rubric.map(({ key }) => [key, words(`comments.${key}`)])),
      comment: words('comment'),
      remarks: remarks.filter(({ text }) => text.trim() !== ''),
      outcome,
    });
    if (done?.decided) router.push(address);
    router.refresh();
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <h2 className="mb-3">{t('work')}</h2>
        {work.text ? (
          <RemarkEditor text={work.text} remarks={remarks} onChange={setRemarks} readOnly={readOnly} />
        ) : null}
        <ul className="mt-3">
          {work.files.map(({ fileId, name }, index) => (
            <li key={fileId}>
              <a href={`/api/files/${fileId}`} className="font-medium text-accent hover:underline">
                {name ?? t('file', { number: index + 1 })}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <fieldset disabled={readOnly} className="flex min-w-0 flex-col gap-5">
        <legend className="mb-3 text-xl font-semibold">{t('judgement')}</legend>
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        {rubric.map(({ key, title, points, levels }) => (
          <div key={key} className="border-b border-line pb-4">
            <Field
              name={`scores.${key}`}
              label={t('criterion', { title, points })}
              error={command.errorOf(`scores.${key}`)}
            >
              <TextField
                name={`scores.${key}`}
                inputMode="decimal"
                defaultValue={own?.scores[key] ?? ''}
                className="max-w-24"
              />
            </Field>
            <ul className="my-2 text-sm text-ink-2">
              {levels.map((level) => (
                <li key={`${level.points} ${level.words}`}>
                  {t('level', { points: level.points, words: level.words })}
                </li>
              ))}
            </ul>
            <Field name={`comments.${key}`} label={t('commentOn', { title })} optional>
              <TextArea name={`comments.${key}`} rows={2} defaultValue={own?.comments[key] ?? ''} />
            </Field>
          </div>
        ))}
        <Field name="comment" label={t('comment')} optional>
          <TextArea name="comment" rows={4} defaultValue={own?.comment ?? ''} />
        </Field>
        {readOnly ? (
          <p className="text-ink-2">{t(work.outcome ? `outcome.${work.outcome}` : 'notYours')}</p>
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button type="submit" disabled={command.pending}>
              {t('keep')}
            </Button>
            {(['pass', 'return', 'fail'] as const).map((outcome) => (
              <Button
                key={outcome}
                type="submit"
                value={outcome}
                look={outcome === 'pass' ? 'primary' : undefined}
                disabled={command.pending}
              >
                {t(`decide.${outcome}`)}
              </Button>
            ))}
          </div>
        )}
      </fieldset>
    </form>
  );
}
