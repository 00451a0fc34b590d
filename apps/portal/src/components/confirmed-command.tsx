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
  title: string;
  /** What follows, in a sentence. */
  children: ReactNode;
  onDone: () => void;
};

/** A button for what cannot be taken back: it asks once more, and stays to say why it could not be done. */
export function ConfirmedCommand<Input, Output>(props: Props<Input, Output>) {
  const { command, input, action, about, title, children, onDone } = props;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  async function confirm() {
    if (!(await command.run(input))) return;
    close();
    onDone();
  }
  return (
    <>
      <Button size={about === undefined ? undefined : 'small'} onClick={() => setOpen(true)}>
        {action}
        {about === undefined ? null : <span className="sr-only">: {about}</span>}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={close}
        onConfirm={() => void confirm()}
        pending={command.pending}
        title={title}
        confirm={action}
        danger
      >
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        {children}
      </ConfirmDialog>
    </>
  );
}
