'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { api } from '#trpc/client.ts';
import type { Work } from './margin-desk.tsx';

type Writing = Exclude<Work, { what: 'remove' }>;
type Props = {
  work: Writing | null;
  textId: string;
  numbers: Readonly<Record<string, string>>;
  onDone: () => void;
  onClose: () => void;
};

type Sent = { commandId: string; words: string; work: Writing | null; textId: string };

/** Keeps a note: a new one beside a paragraph or the text, or other words for an old one. */
function keep({ commandId, words, work, textId }: Sent): Promise<{ noteId: string }> {
  return work?.what === 'change'
    ? api.margin.change.mutate({ commandId, words, noteId: work.note.id })
    : api.margin.write.mutate({ commandId, words, textId, paragraphId: work?.paragraphId ?? null });
}

/** Writes or changes a note, and says who will read it. */
export function NoteDialog({ work, textId, numbers, onDone, onClose }: Props) {
  const t = useTranslations('margin');
  const c = useTranslations('common');
  const command = useCommand(keep);
  const paragraphId = work?.what === 'change' ? work.note.paragraphId : (work?.paragraphId ?? null);
  const number = paragraphId === null ? undefined : numbers[paragraphId];
  return (
    <Dialog
      open={work !== null}
      onClose={onClose}
      title={number ? t('noteBeside', { number }) : t('noteWhole')}
    >
      <CommandForm
        command={command}
        submit={t('keep')}
        input={(form) => ({ words: String(form.get('words') ?? ''), work, textId })}
        onDone={onDone}
        actions={<Button onClick={onClose}>{c('cancel')}</Button>}
      >
        <Field
          name="words"
          label={t('words')}
          description={t('who')}
          error={command.errorOf('words') ?? command.errorOf('paragraphId')}
        >
          <TextArea
            name="words"
            maxLength={4000}
            rows={5}
            autoFocus
            defaultValue={work?.what === 'change' ? work.note.words : ''}
          />
        </Field>
      </CommandForm>
    </Dialog>
  );
}
