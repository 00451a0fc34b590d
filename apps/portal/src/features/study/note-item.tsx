'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { goTo } from './paint.ts';
import type { Note, Placed } from './types.ts';

type Props = {
  placed: Placed;
  /** Whether the note is being written: it was just made. */
  fresh: boolean;
  language: string;
  onChanged: () => Promise<void>;
};

/** One mark: its words, the note to it, and the ways to go there, write and take it away. */
export function NoteItem({ placed: { note, range }, fresh, language, onChanged }: Props) {
  const t = useTranslations('study');
  const [writing, setWriting] = useState(fresh);
  const remove = useCommand(api.study.remove.mutate);

  async function takeAway() {
    if (await remove.run({ noteId: note.id })) await onChanged();
    else toast(t('failed'));
  }

  return (
    <li id={`own-note-${note.id}`} className="border-b border-line py-3">
      {note.passage ? (
        <blockquote
          lang={note.language}
          className="border-l-3 border-line-strong pl-3 text-ink-2 wrap-anywhere"
        >
          {shortened(note.passage.quote)}
        </blockquote>
      ) : null}
      {note.passage && !range ? (
        <p className="mt-1 text-sm text-warn">
          {note.language === language ? t('gone') : t('otherLanguage')}
        </p>
      ) : null}
      {writing ? (
        <WriteNote
          note={note}
          onClose={() => (note.passage || note.note ? setWriting(false) : takeAway())}
          onSaved={async () => {
            await onChanged();
            setWriting(false);
          }}
        />
      ) : (
        <>
          {note.note ? <p className="mt-1 whitespace-pre-line wrap-anywhere">{note.note}</p> : null}
          <div className="mt-2 flex flex-wrap gap-2">
            {range ? (
              <Button size="small" onClick={() => goTo(range)}>
                {t('show')}
                <Named note={note} />
              </Button>
            ) : null}
            <Button size="small" onClick={() => setWriting(true)}>
              {t(note.note ? 'edit' : 'write')}
              <Named note={note} />
            </Button>
            <Button size="small" disabled={remove.pending} onClick={takeAway}>
              {t('remove')}
              <Named note={note} />
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

const shortened = (words: string) => (words.length > 240 ? `${words.slice(0, 240)}…` : words);

function Named({ note }: { note: Note }) {
  return <span className="sr-only">: {(note.passage?.quote ?? note.note).slice(0, 60)}</span>;
}

type WriteProps = { note: Note; onClose: () => void; onSaved: () => Promise<void> };

function WriteNote({ note, onClose, onSaved }: WriteProps) {
  const t = useTranslations('study');
  const change = useCommand(api.study.change.mutate);
  const name = `note-${note.id}-text`;
  return (
    <div className="mt-2">
      <CommandForm
        command={change}
        input={(form) => ({ noteId: note.id, revision: note.revision, note: String(form.get(name) ?? '') })}
        submit={t('save')}
        actions={<Button onClick={onClose}>{t('cancel')}</Button>}
        onDone={onSaved}
      >
        <Field name={name} label={t('yourNote')} optional error={change.errorOf('note')}>
          <TextArea name={name} rows={3} defaultValue={note.note} autoFocus />
        </Field>
      </CommandForm>
    </div>
  );
}
