'use client';

import { type ReactNode, useState } from 'react';
import type { Command } from '#commands/use-command.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Button } from './ui/button.tsx';

type Props<Input, Output> = {
  command: Command<Input, Output>;
  input: Input;
  /** The words of the button; `action` again confirms. */
  action: string;
  /** What of many it is about, for who cannot see the row: it makes the button a small one. */
  about?: string;
  /** How the button looks; what is `primary` is no danger. */
  look?: 'primary' | 'quiet';
  /** The words that confirm, where they are not those of the button. */
  confirm?: string;
  title: string;
  /** What follows, in a sentence. */
  children: ReactNode;
  onDone: (done: Output) => void;
};

/** A button for what cannot be taken back: it asks once more, and stays to say why it could not be done. */
export function ConfirmedCommand<Input, Output>(props: Props<Input, Output>) {
  const { command, input, action, about, look, title, children, onDone } = props;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  async function confirm() {
    const done = await command.run(input);
    if (!done) return;
    close();
    onDone(done);
  }
  return (
    <>
      <Button look={look} size={about === undefined ? undefined : 'small'} onClick={() => setOpen(true)}>
        {action}
        {about === undefined ? null : <span className="sr-only">: {about}</span>}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={close}
        onConfirm={() => void confirm()}
        pending={command.pending}
        title={title}
        confirm={props.confirm ?? action}
        danger={look !== 'primary'}
      >
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        {children}
      </ConfirmDialog>
    </>
  );
}
