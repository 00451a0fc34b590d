'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { Command } from '#commands/use-command.ts';
import { CommandForm } from './command-form.tsx';
import { Button } from './ui/button.tsx';
import type { ButtonLook } from './ui/button-look.ts';
import { Dialog } from './ui/dialog.tsx';
import { toast } from './ui/toast.ts';

type Props<Input, Output> = {
  command: Command<Input, Output>;
  input: (form: FormData) => Input;
  /** The words of the button. */
  action: string;
  /** What of many it is about, for who cannot see the row; or all that such a person hears. */
  about?: string;
  label?: string;
  /** Danger where it ends or takes away something: on both verbs. */
  look?: ButtonLook;
  title: string;
  /** The verb of the form. */
  submit: string;
  /** Said when it is done. */
  done?: string;
  children: ReactNode;
};

/** A small button of a row and the form it opens, made anew each time: it sends one command, and the page shows what came of it. */
export function CommandDialog<Input, Output>(props: Props<Input, Output>) {
  const { command, input, action, about, label, look, title, submit, done, children } = props;
  const words = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    command.reset();
  };
  const onDone = () => {
    close();
    if (done) toast(done);
    router.refresh();
  };
  return (
    <>
      <Button look={look} size="small" onClick={() => setOpen(true)} aria-label={label}>
        {action}
        {about === undefined ? null : <span className="sr-only">: {about}</span>}
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        {open ? (
          <CommandForm
            command={command}
            input={input}
            submit={submit}
            look={look === 'danger' ? 'danger' : 'primary'}
            actions={<Button onClick={close}>{words('cancel')}</Button>}
            onDone={onDone}
          >
            {children}
          </CommandForm>
        ) : null}
      </Dialog>
    </>
  );
}
