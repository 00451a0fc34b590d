'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { api } from '#trpc/client.ts';
import { changeOf, type Key } from './columns.ts';
import type { Changes, Inject } from './types.ts';

/** What is typed in a cell that is not saved yet. */
export type Editing = { injectId: string; key: Key; draft: string; problem?: 'minute' | 'move' | 'title' };

/**
 * Cells as they are on this screen: what was saved shows at once and until the page has it; one change goes after the
 * other, each with the revision the one before it made. What is refused is opened again as it was typed.
 */
export function useCells(injects: readonly Inject[]) {
  const router = useRouter();
  const command = useCommand(api.injects.change.mutate);
  const queue = useRef(Promise.resolve());
  const revisions = useRef(new Map<string, number>());
  const [saved, setSaved] = useState(new Map<string, { changes: Changes; revision: number }>());
  const [editing, setEditing] = useState<Editing | null>(null);

  const rows = injects.map((inject) => {
    const over = saved.get(inject.id);
    return over && over.revision > inject.revision
      ? { ...inject, ...over.changes, revision: over.revision }
      : inject;
  });

  /** Sends what was typed; false where it cannot be sent, and then the cell stays open. */
  function save(inject: Inject, typed: Editing): boolean {
    const changes = changeOf(typed.key, typed.draft);
    if ('problem' in changes) {
      setEditing({ ...typed, problem: changes.problem as Editing['problem'] });
      return false;
    }
    setEditing(null);
    const same = Object.entries(changes).every(
      ([key, value]) => JSON.stringify(inject[key as keyof Inject]) === JSON.stringify(value),
    );
    if (!same) queue.current = queue.current.then(() => send(inject, typed, changes));
    return true;
  }

  async function send(inject: Inject, typed: Editing, changes: Changes): Promise<void> {
    const known = Math.max(inject.revision, revisions.current.get(inject.id) ?? 0);
    const done = await command.run({ injectId: inject.id, revision: known, changes });
    if (!done) {
      setEditing((open) => open ?? typed);
      router.refresh();
      return;
    }
    revisions.current.set(inject.id, done.revision);
    setSaved((before) => {
      const all = { ...before.get(inject.id)?.changes, ...changes };
      return new Map(before).set(inject.id, { changes: all, revision: done.revision });
    });
    router.refresh();
  }

  return { rows, editing, setEditing, save, command };
}
