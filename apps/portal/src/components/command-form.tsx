'use client';

import type { FormEvent, ReactNode } from 'react';
import { useAlive } from '#commands/use-alive.ts';
import type { Command } from '#commands/use-command.ts';
import { ErrorSummary } from './error-summary.tsx';
import { Button } from './ui/button.tsx';
import type { ButtonLook } from './ui/button-look.ts';

type Props<Input, Output> = {
  command: Command<Input, Output>;
  /** Makes the command's input from what is typed. */
  input: (form: FormData) => Input;
  /** The verb on the button. */
  submit: string;
  /** Plain where the button decides between nations' wills; else the page's one next step. */
  look?: ButtonLook;
  onDone?: (output: Output) => void;
  /** Buttons beside the main one. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A form that sends one command: the summary above, the fields, the button. A failure leaves what was typed. */
export function CommandForm<Input, Output>({
  command,
  input,
  submit,
  look = 'primary',
  onDone,
  actions,
  children,
}: Props<Input, Output>) {
  const alive = useAlive();
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const output = await command.run(input(new FormData(event.currentTarget)));
    if (output !== undefined) onDone?.(output);
  }

  return (
    <form onSubmit={onSubmit} noValidate aria-busy={command.pending}>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <div className="flex flex-col gap-5">{children}</div>
      <div className="mt-6 flex flex-wrap items-center gap-2">
        <Button type="submit" look={look} disabled={command.pending || !alive}>
          {submit}
        </Button>
        {actions}
      </div>
    </form>
  );
}
