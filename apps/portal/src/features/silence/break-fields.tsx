'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { api } from '#trpc/client.ts';
import type { Broken } from './broken.ts';
import { ParagraphChoice } from './paragraph-choice.tsx';
import type { NamedParagraph } from './types.ts';

type Props = { silenceId: string; onCancel: () => void; onSaid: (broken: Broken) => void };

/** What is said: an objection or an amendment, to which paragraphs, and why. */
export function BreakFields({ silenceId, onCancel, onSaid }: Props) {
  const t = useTranslations('silence.break');
  const e = useTranslations('errors');
  const c = useTranslations('common');
  const paragraphs = useParagraphs(silenceId);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [kind, reason] = [String(form.get('kind') ?? ''), String(form.get('reason') ?? '')];
    const lacking = [...(kind ? [] : ['kind']), ...(reason.trim() ? [] : ['reason'])];
    setMissing(lacking);
    if (lacking.length > 0) return setAttempt((before) => before + 1);
    const ticked = new Set(form.getAll('paragraph').map(String));
    onSaid({
      kind: kind === 'amendment' ? 'amendment' : 'objection',
      reason,
      paragraphs: (paragraphs ?? []).filter(({ id }) => ticked.has(id)),
    });
  }
  const errorOf = (name: string) => (missing.includes(name) ? e('required') : null);
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary
        entries={missing.map((path) => ({
          path,
          message: t(`missing.${path === 'kind' ? 'kind' : 'reason'}`),
        }))}
        attempt={attempt}
      />
      <div className="flex flex-col gap-5">
        <RadioGroup
          name="kind"
          legend={t('kind')}
          error={errorOf('kind')}
          options={(['objection', 'amendment'] as const).map((value) => ({
            value,
            label: t(`kinds.${value}`),
            description: t(`kindNotes.${value}`),
          }))}
        />
        <ParagraphChoice paragraphs={paragraphs} />
        <Field name="reason" label={t('reason')} description={t('reasonNote')} error={errorOf('reason')}>
          <TextArea name="reason" rows={3} maxLength={4000} />
        </Field>
      </div>
      <div className="mt-6 flex flex-wrap gap-2">
        <Button type="submit" disabled={paragraphs === null}>
          {t('next')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {c('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The paragraphs on the table, fetched when they are asked for; null until then. */
function useParagraphs(silenceId: string): readonly NamedParagraph[] | null {
  const [paragraphs, setParagraphs] = useState<readonly NamedParagraph[] | null>(null);
  useEffect(() => {
    let wanted = true;
    api.silence.paragraphs
      .query({ silenceId })
      .then((answer) => wanted && setParagraphs(answer.paragraphs))
      .catch(() => wanted && setParagraphs([]));
    return () => {
      wanted = false;
    };
  }, [silenceId]);
  return paragraphs;
}
