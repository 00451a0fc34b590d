'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { NoteDialog } from './note-dialog.tsx';
import type { Note } from './types.ts';

/** What is being done at the desk: a note written beside a paragraph or the text, changed, or taken away. */
export type Work =
  | { what: 'write'; paragraphId: string | null }
  | { what: 'change'; note: Note }
  | { what: 'remove'; note: Note };

type Props = { textId: string; notes: readonly Note[]; numbers: Readonly<Record<string, string>> };

/**
 * Answers every pen and button of the margin on the page: one listener and one dialog, however many paragraphs there
 * are.
 */
export function MarginDesk({ textId, notes, numbers }: Props) {
  const t = useTranslations('margin');
  const router = useRouter();
  const [work, setWork] = useState<Work | null>(null);
  const remove = useCommand(api.margin.remove.mutate);

  useEffect(() => {
    function onClick(event: MouseEvent) {
      if (!(event.target instanceof Element)) return;
      const wanted = workOf(event.target.closest<HTMLElement>('button'), notes);
      if (wanted) setWork(wanted);
    }
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [notes]);

  function done(message: string) {
    setWork(null);
    toast(message);
    router.refresh();
  }

  return (
    <>
      <NoteDialog
        key={work === null ? 'none' : JSON.stringify(work)}
        work={work?.what === 'remove' ? null : work}
        textId={textId}
        numbers={numbers}
        onDone={() => done(t('kept'))}
        onClose={() => setWork(null)}
      />
      <ConfirmDialog
        open={work?.what === 'remove'}
        title={t('removeTitle')}
        confirm={t('remove')}
        danger
        pending={remove.pending}
        onClose={() => {
          remove.reset();
          setWork(null);
        }}
        onConfirm={async () => {
          if (work?.what !== 'remove') return;
          if (await remove.run({ noteId: work.note.id })) done(t('removed'));
        }}
      >
        <p>{t('removeBody')}</p>
        {remove.message ? (
          <p role="alert" className="mt-2 font-semibold text-bad">
            {remove.message}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  );
}

/** What a pressed button asks for; null where it belongs to something else. */
function workOf(button: HTMLElement | null, notes: readonly Note[]): Work | null {
  const { marginWrite, marginChange, marginRemove } = button?.dataset ?? {};
  if (marginWrite !== undefined) return { what: 'write', paragraphId: marginWrite || null };
  const note = notes.find((one) => one.id === (marginChange ?? marginRemove));
  if (!note) return null;
  return { what: marginChange === undefined ? 'remove' : 'change', note };
}
