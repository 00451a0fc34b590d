'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Command } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

type Props<Input, Output> = {
  command: Command<Input, Output>;
  input: (reason: string) => Input;
  submit: string;
  /** What the words are for; without it none are asked for. */
  label?: string;
  required?: boolean;
  onCancel: () => void;
  onDone: (output: Output) => void;
  /** What follows, in plain sentences. */
  children: ReactNode;
};

/** One act with what follows from it and a few words of reason. Neither answer is the blue one. */
export function ReasonForm<Input, Output>(props: Props<Input, Output>) {
  const { command, input, submit, label, required = false, onCancel, onDone, children } = props;
  const c = useTranslations('common');
  return (
    <CommandForm
      command={command}
      look="plain"
      input={(form) => input(String(form.get('reason') ?? ''))}
      submit={submit}
      onDone={onDone}
      actions={
        <Button look="quiet" onClick={onCancel}>
          {c('cancel')}
        </Button>
      }
    >
      <div className="flex max-w-measure flex-col gap-2 text-ink-2">{children}</div>
      {label ? (
        <Field name="reason" label={label} optional={!required} error={command.errorOf('reason')}>
          <TextArea name="reason" rows={3} maxLength={2000} aria-required={required} />
        </Field>
      ) : null}
    </CommandForm>
  );
}
