'use client';

import { LONGEST_QUOTE } from '@concord/api/features/study/rules';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { toast } from '#components/ui/toast.ts';
import { paths } from '#features/paths.ts';
import { MarkBar } from './mark-bar.tsx';
import { NoteItem } from './note-item.tsx';
import { under } from './paint.ts';
import { PassagePicker } from './passage-picker.tsx';
import type { Stretch } from './text-ranges.ts';
import type { Placed } from './types.ts';
import { readingText, type StudyPlace, useNotes } from './use-notes.ts';
import { useSelected } from './use-selected.ts';

/** One's own marks and notes on a page: made on selected words or a chosen sentence, listed under the text. */
export function StudyNotes(place: StudyPlace) {
  const t = useTranslations('study');
  const { placed, notes, failed, load, add, adding } = useNotes(place);
  const selected = useSelected();
  const fold = useRef<HTMLDetailsElement>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  useOpenOnPress(placed, fold);

  async function make(stretch: Stretch | null, withNote: boolean) {
    if (stretch && stretch.end - stretch.start > LONGEST_QUOTE) return toast(t('tooLong'));
    const id = await add(stretch, '');
    if (id === null) return toast(t('failed'));
    document.getSelection()?.removeAllRanges();
    if (!withNote) return toast(t('marked'));
    setFresh(id);
    if (fold.current) fold.current.open = true;
  }

  return (
    <section aria-labelledby="own-notes" className="no-print mt-10 max-w-measure">
      {selected ? (
        <MarkBar
          disabled={adding.pending}
          onMark={() => make(selected, false)}
          onNote={() => make(selected, true)}
        />
      ) : null}
      <details ref={fold} className="border-y border-line py-2">
        <summary className="cursor-pointer py-1">
          <h2 id="own-notes" className="inline text-base">
            {t('title', { count: notes?.length ?? 0 })}
          </h2>
        </summary>
        <p className="mt-1 text-sm text-ink-2">{t('help')}</p>
        {failed ? (
          <p className="mt-2 flex flex-wrap items-center gap-3">
            {t('notFetched')}
            <Button size="small" onClick={load}>
              {t('again')}
            </Button>
          </p>
        ) : null}
        <ul className="mt-2 border-t border-line empty:hidden">
          {placed.map((one) => (
            <NoteItem
              key={`${one.note.id} ${one.note.id === fresh}`}
              placed={one}
              fresh={one.note.id === fresh}
              language={place.language}
              onChanged={load}
            />
          ))}
        </ul>
        {notes ? (
          <PassagePicker
            key={notes.length}
            language={place.language}
            disabled={adding.pending}
            onPick={make}
          />
        ) : null}
        <p className="mt-3 text-sm">
          <Link href={paths.courseNotes(place.course)} className="font-semibold text-accent hover:underline">
            {t('all')}
          </Link>
        </p>
      </details>
    </section>
  );
}

/** A press on a marked passage opens the list at its note. */
function useOpenOnPress(placed: readonly Placed[], fold: { current: HTMLDetailsElement | null }) {
  useEffect(() => {
    const text = readingText();
    const onClick = ({ clientX, clientY }: MouseEvent) => {
      if (!document.getSelection()?.isCollapsed) return;
      const found =
        placed[
          under(
            clientX,
            clientY,
            placed.map(({ range }) => range),
          )
        ];
      if (!found || !fold.current) return;
      fold.current.open = true;
      document.getElementById(`own-note-${found.note.id}`)?.scrollIntoView({ block: 'nearest' });
    };
    text?.addEventListener('click', onClick);
    return () => text?.removeEventListener('click', onClick);
  }, [placed, fold]);
}
