'use client';

import { readCode } from '@concord/api/features/check-in/rules';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readFailure } from '#commands/failure.ts';
import { api } from '#trpc/client.ts';
import { type DoorStore, type Kept, openDoorStore } from './door-store.ts';
import { toldAnew, toldOf, viewOf } from './door-view.ts';
import { keepPage } from './keep-page.ts';
import type { Told, Waiting } from './types.ts';

const EVERY_MS = 20_000;
/** Without a network a door tries more often: a browser does not always say that one is back. */
const AGAIN_MS = 3000;
const MOST_AT_ONCE = 500;

/** Why a door has not told what it saw: no network, nobody signed in, or it was refused. */
export type Trouble = 'offline' | 'signedOut' | 'refused';
type Of = { code: string; exerciseId: string };

/**
 * A door: notes each badge on the device first, and tells the portal when it can. It works from what it took along, so it
 * needs no network; two doors that meet again agree, since every passage is counted by its own id.
 */
export function useDoor({ code, exerciseId }: Of) {
  const store = useRef<Promise<DoorStore> | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [strange, setStrange] = useState<readonly string[]>([]);
  const [ready, setReady] = useState(false);
  const here = useCallback(() => {
    store.current ??= openDoorStore(code);
    return store.current;
  }, [code]);

  const sync = useCallback(async () => {
    const door = await here();
    try {
      setStrange(await tellAll(door, exerciseId, setWaiting));
      const list = await api.checkIn.list.query({ code });
      const fresh = { code, list, at: list.now, behind: Date.parse(list.now) - Date.now() };
      await door.keep(fresh);
      setKept(fresh);
      setTold((told) => toldAnew(told, list.people));
      setTrouble(null);
    } catch (error) {
      const failure = readFailure(error);
      const refused = failure.kind === 'refused' && failure.code === 'UNAUTHORIZED' ? 'signedOut' : 'refused';
      setTrouble(failure.kind === 'offline' ? 'offline' : refused);
    }
  }, [code, exerciseId, here]);
  const running = useRef<Promise<void> | null>(null);
  const tell = useCallback(() => {
    running.current ??= sync().finally(() => {
      running.current = null;
    });
  }, [sync]);

  useEffect(() => {
    void here().then(async (door) => {
      setKept((await door.kept()) ?? null);
      setWaiting(await door.waiting());
      tell();
    });
    void keepPage()
      .then(setReady)
      .catch(() => setReady(false));
    addEventListener('online', tell);
    return () => removeEventListener('online', tell);
  }, [here, tell]);
  useEffect(() => {
    const timer = setInterval(tell, trouble === 'offline' ? AGAIN_MS : EVERY_MS);
    return () => clearInterval(timer);
  }, [tell, trouble]);

  const note = useCallback(
    async (typed: string, kind: 'in' | 'out') => {
      const badge = readCode(typed);
      if (badge === null) return setTold({ what: 'unreadable', typed });
      const door = await here();
      const [list, before] = [await door.kept(), await door.waiting()];
      const at = new Date(Date.now() + (list?.behind ?? 0)).toISOString();
      await door.note({ id: crypto.randomUUID(), exercise: code, badge, kind, at });
      setTold(toldOf(viewOf(list?.list.people ?? [], before), badge, kind));
      setWaiting(await door.waiting());
      tell();
    },
    [code, here, tell],
  );

  const people = viewOf(kept?.list.people ?? [], waiting);
  return { people, waiting: waiting.length, since: kept?.at ?? null, trouble, told, strange, ready, note };
}

/** Tells everything that waits, some at a time, and answers the codes that are nobody's. */
async function tellAll(
  door: DoorStore,
  exerciseId: string,
  onChange: (waiting: Waiting[]) => void,
): Promise<string[]> {
  const strange: string[] = [];
  for (let left = await door.waiting(); left.length > 0; left = await door.waiting()) {
    const part = left.slice(0, MOST_AT_ONCE);
    const passages = part.map(({ exercise: _, ...passage }) => passage);
    const { lines } = await api.checkIn.bring.mutate({
      commandId: crypto.randomUUID(),
      exerciseId,
      passages,
    });
    await door.settle(part.map(({ id }) => id));
    const unknown = new Set(lines.flatMap(({ id, outcome }) => (outcome === 'unknown' ? [id] : [])));
    strange.push(...part.flatMap(({ id, badge }) => (unknown.has(id) ? [badge] : [])));
    onChange(await door.waiting());
  }
  return strange;
}
