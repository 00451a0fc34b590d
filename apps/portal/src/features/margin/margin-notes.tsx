import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import type { Margin, Note } from './types.ts';

/** The notes beside one paragraph, under its words; nothing where there are none. They are not printed. */
export function MarginNotes({ margin, id }: { margin: Margin; id: string }) {
  const notes = (margin?.notes ?? []).filter((one) => one.paragraphId === id);
  if (notes.length === 0) return null;
  return (
    <div className="no-print mt-1.5 flex flex-col gap-2">
      {notes.map((note) => (
        <NoteBlock key={note.id} note={note} />
      ))}
    </div>
  );
}

/** A note in its writer's name, with what may be done to it. The buttons are answered by `MarginDesk`. */
export function NoteBlock({ note }: { note: Note }) {
  const t = useTranslations('margin');
  return (
    <div
      id={`m-${note.id}`}
      className="scroll-mt-8 rounded-r-md border-l-3 border-accent-line bg-accent-wash px-3 py-2 text-sm leading-snug"
    >
      <p className="sr-only">{t('private')}</p>
      <p className="whitespace-pre-line wrap-anywhere">{note.words}</p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-ink-2">
        <span>
          {note.by} · <Instant at={note.changedAt ?? note.at} />
        </span>
        {note.may.change ? (
          <button type="button" data-margin-change={note.id} className={press}>
            {t('change')}
          </button>
        ) : null}
        {note.may.remove ? (
          <button type="button" data-margin-remove={note.id} className={press}>
            {t('remove')}
          </button>
        ) : null}
      </p>
    </div>
  );
}

const press = 'min-h-6 font-semibold text-accent underline-offset-4 hover:underline';

/** Beside a paragraph's number: a pen that shows when the row is pointed at or reached by keyboard. */
export function MarginPen({ id, number }: { id: string; number: string }) {
  const t = useTranslations('margin');
  return (
    <button
      type="button"
      data-margin-write={id}
      aria-label={number === '' ? t('writeHeading') : t('writeBeside', { number })}
      title={t('write')}
      className="no-print absolute top-9 -left-1 grid size-6 place-items-center rounded-sm text-ink-3 opacity-0 hover:bg-wash hover:text-accent focus-visible:opacity-100 group-hover/paragraph:opacity-100 [@media(hover:none)]:opacity-100"
    >
      <span aria-hidden="true">✎</span>
    </button>
  );
}
