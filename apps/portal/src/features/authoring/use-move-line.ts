import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#commands/failure.ts';
import { api } from '#trpc/client.ts';
import { type Move, MoveLine } from './move-line.ts';

type Of = {
  courseId: string;
  draft: string;
  /** What was moved before the page was left, once the page is there. */
  onFound: (moves: readonly Move[]) => void;
  onSent: (revision: number) => void;
  onRefused: (failure: Failure) => void;
  /** The server has everything. */
  onDone: () => void;
};

/** The line of moves of a draft while its outline is shown, and whether they wait for a connection. */
export function useMoveLine(of: Of) {
  const [waits, setWaits] = useState(false);
  const line = useRef<MoveLine | null>(null);
  const on = useRef(of);
  on.current = of;
  const { courseId, draft } = of;

  useEffect(() => {
    const own = new MoveLine({
      ...{ courseId, draft, onWaiting: setWaits },
      send: (move) => api.authoring.move.mutate(move),
      onSent: (revision) => on.current.onSent(revision),
      onRefused: (failure) => on.current.onRefused(failure),
    });
    line.current = own;
    const flush = () => void own.flush().then((done) => done && on.current.onDone());
    if (own.moves.length > 0) {
      on.current.onFound(own.moves);
      flush();
    }
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('online', flush);
      own.stop();
    };
  }, [courseId, draft]);

  return {
    waits,
    /** What was moved and is not known to be on the server. */
    moves: () => line.current?.moves ?? [],
    add: (move: Move) => line.current?.add(move) ?? Promise.resolve(true),
    flush: () => line.current?.flush() ?? Promise.resolve(true),
  };
}
