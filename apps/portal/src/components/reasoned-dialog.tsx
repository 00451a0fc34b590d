'use client';

import type { Command } from '#commands/use-command.ts';
import { CommandDialog } from './command-dialog.tsx';
import { Field } from './ui/field.tsx';
import { TextArea } from './ui/text-area.tsx';

type Words = Record<'action' | 'title' | 'follows' | 'reason' | 'reasonNote' | 'submit' | 'done', string>;

type Props<Input, Output> = {
  command: Command<Input, Output>;
  /** Makes the command's input from the reason given. */
  input: (reason: string) => Input;
  /** Whose or what it is, shown in the dialog. */
  about: string;
  words: Words;
};

/** Takes something away from a person once its reason is given: says whose it is and what follows. */
export function ReasonedDialog<Input, Output>({ command, input, about, words }: Props<Input, Output>) {
  return (
    <CommandDialog
      command={command}
      input={(form) => input(String(form.get('reason') ?? ''))}
      action={words.action}
      about={about}
      look="danger"
      title={words.title}
      submit={words.submit}
      done={words.done}
    >
      <div>
        <p className="font-semibold wrap-anywhere">{about}</p>
        <p className="text-ink-2">{words.follows}</p>
      </div>
      <Field
        name="reason"
        label={words.reason}
        description={words.reasonNote}
        error={command.errorOf('reason')}
      >
        <TextArea name="reason" rows={3} maxLength={500} />
      </Field>
    </CommandDialog>
  );
}
