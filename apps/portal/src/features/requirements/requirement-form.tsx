'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { readFailure } from '#commands/failure.ts';
import { useCommand } from '#commands/use-command.ts';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import { ErrorSummary, type SummaryEntry } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { inputOf, type Values } from './form-input.ts';
import { NeedFields } from './need-fields.tsx';
import { PartyFields } from './party-fields.tsx';
import { SubjectFields } from './subject-fields.tsx';
import { TimeFields } from './time-fields.tsx';
import type { Choices, Input, Preview } from './types.ts';
import { Whom } from './whom.tsx';

type Props = {
  choices: Choices;
  values: Values;
  zone: string;
  /** Set where a requirement is changed. */
  existing?: { requirementId: string; revision: number };
  /** Set where it is made of an action of a lesson: which, and the page to go back to. */
  follows?: { actionId: string; back: string };
};
type Problem = { message: string | null; entries: SummaryEntry[]; attempt: number };

/** Makes or changes a requirement: the first press shows whom it concerns right now, the second saves it. */
export function RequirementForm({ choices, values, zone, existing, follows }: Props) {
  const t = useTranslations('requirements');
  const words = useTranslations() as unknown as ErrorWords;
  const router = useRouter();
  const make = useCommand(api.requirements.make.mutate);
  const change = useCommand(api.requirements.change.mutate);
  const follow = useCommand(api.lessons.becomeRequirement.mutate);
  const [checked, setChecked] = useState<{ input: Input; preview: Preview } | null>(null);
  const [problem, setProblem] = useState<Problem>({ message: null, entries: [], attempt: 0 });
  const looking = useRef(false);
  const errorOf = (path: string) =>
    problem.entries.find((entry) => entry.path.split('.')[0] === path)?.message ?? null;

  async function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (looking.current) return;
    looking.current = true;
    const input = inputOf(new FormData(event.currentTarget), zone);
    try {
      const asked = existing ? { requirementId: existing.requirementId, ...input } : input;
      setChecked({ input, preview: await api.requirements.preview.query(asked) });
      setProblem((before) => ({ message: null, entries: [], attempt: before.attempt }));
    } catch (error) {
      const failure = failureWords(readFailure(error), words);
      setProblem((before) => ({ ...failure, attempt: before.attempt + 1 }));
    } finally {
      looking.current = false;
    }
  }

  async function save() {
    if (!checked) return;
    const { input } = checked;
    const done = existing
      ? await change.run({ ...existing, ...input })
      : follows
        ? await follow.run({ actionId: follows.actionId, ...input })
        : await make.run(input);
    if (!done) return;
    router.push(follows?.back ?? '/people/requirements');
    router.refresh();
  }

  const saving = existing ? change : follows ? follow : make;
  return (
    <form onSubmit={look} noValidate>
      <ErrorSummary {...problem} />
      <div className="flex flex-col gap-6">
        {(['titleEn', 'titleFr'] as const).map((name) => (
          <Field key={name} name={name} label={t(`fields.${name}`)} error={errorOf(name)}>
            <TextField name={name} defaultValue={values[name]} autoComplete="off" />
          </Field>
        ))}
        <SubjectFields choices={choices} values={values} errorOf={errorOf} />
        <PartyFields choices={choices} chosen={values.partyIds} error={errorOf('partyIds')} />
        <NeedFields choices={choices} needs={values.needs} error={errorOf('needs')} />
        <TimeFields values={values} errorOf={errorOf} />
      </div>
      <div className="mt-6">
        <Button type="submit" look="primary">
          {t('look')}
        </Button>
      </div>
      <Dialog open={checked !== null} onClose={() => setChecked(null)} title={t('whom.title')}>
        {checked ? (
          <>
            <ErrorSummary message={saving.message} entries={saving.entries} attempt={saving.attempt} />
            <Whom preview={checked.preview} />
            <div className="mt-5 flex flex-wrap gap-2">
              <Button look="primary" disabled={saving.pending} onClick={save}>
                {t('save')}
              </Button>
              <Button onClick={() => setChecked(null)}>{t('goOn')}</Button>
            </div>
          </>
        ) : null}
      </Dialog>
    </form>
  );
}
