'use client';

import { findPassage, passageOf } from '@concord/api/features/study/rules';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { api } from '#trpc/client.ts';
import { goTo, paint } from './paint.ts';
import { rangeOf, type Stretch } from './text-ranges.ts';
import type { Note, Placed } from './types.ts';

export type StudyPlace = {
  course: string;
  activity: string;
  /** The language of the text on the screen; another's notes have no passage in it. */
  language: string;
};

/** The text one reads, where it is on the screen. */
export const readingText = () => document.getElementById('reading');

/** One's own marks on a page: fetched once it is read, coloured in its text, and found again from other pages. */
export function useNotes({ course, activity, language }: StudyPlace) {
  const [notes, setNotes] = useState<Note[] | null>(null);
  const [failed, setFailed] = useState(false);
  const adding = useCommand(api.study.add.mutate);

  const load = useCallback(async () => {
    try {
      const fetched = (await api.study.notes.query({ course, activity })).notes;
      setNotes(fetched);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }, [course, activity]);
  useEffect(() => {
    load();
  }, [load]);

  const placed = useMemo(() => inPlace(notes ?? [], language), [notes, language]);
  useEffect(() => {
    paint(placed.flatMap(({ range }) => range ?? []));
    return () => paint([]);
  }, [placed]);
  useEffect(() => {
    const arrive = () => {
      const wanted = placed.find(({ note }) => window.location.hash === `#note-${note.id}`);
      if (wanted?.range) goTo(wanted.range);
    };
    arrive();
    window.addEventListener('hashchange', arrive);
    return () => window.removeEventListener('hashchange', arrive);
  }, [placed]);

  async function add(stretch: Stretch | null, note = ''): Promise<string | null> {
    const text = readingText()?.textContent ?? '';
    const passage = stretch && passageOf(text, stretch.start, stretch.end);
    const added = await adding.run({ course, activity, language, passage, note });
    if (!added) return null;
    await load();
    return added.noteId;
  }

  return { placed, notes, failed, load, add, adding };
}

/** Each with its passage, in the order of the text; what has none comes last. */
function inPlace(notes: readonly Note[], language: string): Placed[] {
  const root = typeof document === 'undefined' ? null : readingText();
  const text = root?.textContent ?? '';
  const all = notes.map((note) => {
    const at = root && note.passage && note.language === language ? findPassage(text, note.passage) : null;
    return { note, at, range: root && at ? rangeOf(root, at) : null };
  });
  return all.toSorted(
    (a, b) => (a.at?.start ?? Number.MAX_SAFE_INTEGER) - (b.at?.start ?? Number.MAX_SAFE_INTEGER),
  );
}
