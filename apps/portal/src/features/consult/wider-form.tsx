'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { api } from '#trpc/client.ts';
import { AudienceLine } from './audience-line.tsx';
import { asInput } from './marking-input.ts';
import { MarkingPicker } from './marking-picker.tsx';
import type { Marking, MarkingChoices, MarkingInput } from './types.ts';

type Props = {
  threadId: string;
  contributionId?: string;
  marking: Marking;
  choices: MarkingChoices;
  /** The widest there is to ask for, in one word. */
  whole: { label: string; releasableTo: MarkingInput['releasableTo'] };
  onDone: () => void;
  actions: ReactNode;
};

/** Asks that something be opened to more people, or at a lower level; a second person decides. */
export function WiderForm({ threadId, contributionId, marking, choices, whole, onDone, actions }: Props) {
  const t = useTranslations('markings');
  const ask = useCommand(api.threads.askWider.mutate);
  const [value, setValue] = useState<MarkingInput>(() => asInput(marking));
  return (
    <CommandForm
      command={ask}
      submit={t('wider.submit')}
      input={(form) => ({
        threadId,
        ...(contributionId && { contributionId }),
        marking: value,
        reason: String(form.get('reason') ?? ''),
      })}
      onDone={onDone}
      actions={actions}
    >
      <p className="text-ink-2">{t('wider.body')}</p>
      <MarkingPicker choices={choices} value={value} onChange={setValue} whole={whole} />
      <p className="border-t border-line pt-3 text-sm">
        <AudienceLine threadId={threadId} marking={value} />
      </p>
      <Field name="reason" label={t('wider.reason')} error={ask.errorOf('reason')}>
        <TextArea name="reason" rows={3} maxLength={1000} />
      </Field>
    </CommandForm>
  );
}
