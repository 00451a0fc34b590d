'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';

type Props = {
  attemptId: string;
  questionKey: string;
  outOf: number;
  points: number | null;
  comment: string;
  /** When it was last marked, as this page shows it. */
  seen: string | null;
};

/** Points and a word to one answer. */
export function MarkForm({ attemptId, questionKey, outOf, points, comment, seen }: Props) {
  const t = useTranslations('quizStaff.mark');
  const router = useRouter();
  const mark = useCommand(api.quizzes.mark.mutate);
  // Several of these stand on one page: each field needs a name of its own.
  const own = (name: string) => `${name}-${questionKey}-${attemptId}`;
  const entries = mark.entries.map((entry) => ({ ...entry, path: own(entry.path) }));
  return (
    <CommandForm
      command={{ ...mark, entries }}
      submit={t(seen === null ? 'give' : 'change')}
      input={(form) => ({
        attemptId,
        questionKey,
        points: Number(String(form.get('points')).replace(',', '.') || Number.NaN),
        comment: String(form.get('comment')),
        seen,
      })}
      onDone={() => router.refresh()}
    >
      <Field name={own('points')} label={t('points', { max: outOf })} error={mark.errorOf('points')}>
        <TextField name="points" inputMode="decimal" defaultValue={points ?? ''} className="max-w-28" />
      </Field>
      <Field name={own('comment')} label={t('comment')} error={mark.errorOf('comment')} optional>
        <TextArea name="comment" rows={3} maxLength={5000} defaultValue={comment} />
      </Field>
    </CommandForm>
  );
}
