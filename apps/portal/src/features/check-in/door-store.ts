import type { DoorList, Waiting } from './types.ts';

/** What a door took along, when by its own clock, and how far that clock is behind the portal's, in milliseconds. */
export type Kept = { code: string; list: DoorList; at: string; behind: number };

const CACHE = 'concord-door';

/** What a door keeps in the browser's own database, which all its tabs share: whom to expect, and what it saw. */
export async function openDoorStore(code: string) {
  const database = await open();
  const store = (name: 'list' | 'waiting', mode: IDBTransactionMode) =>
    database.transaction(name, mode).objectStore(name);
  return {
    kept: () => asked<Kept | undefined>(store('list', 'readonly').get(code)),
    keep: (kept: Kept) => asked(store('list', 'readwrite').put(kept)),
    async waiting(): Promise<Waiting[]> {
      const all = await asked<Waiting[]>(store('waiting', 'readonly').getAll());
      return all.filter(({ exercise }) => exercise === code);
    },
    /** Resolves once it is on the disk. */
    note: (passage: Waiting) => done(store('waiting', 'readwrite'), (waiting) => waiting.put(passage)),
    settle: (ids: readonly string[]) =>
      done(store('waiting', 'readwrite'), (waiting) => {
        for (const id of ids) waiting.delete(id);
      }),
  };
}

export type DoorStore = Awaited<ReturnType<typeof openDoorStore>>;

/** On signing out: names and pages go from this device. What was not told yet names nobody, and stays to be told. */
export async function forgetDoors(): Promise<void> {
  if (!('caches' in globalThis) || !(await caches.has(CACHE))) return;
  await caches.delete(CACHE);
  const database = await open();
  await done(database.transaction('list', 'readwrite').objectStore('list'), (list) => list.clear());
  database.close();
  for (const registration of await navigator.serviceWorker.getRegistrations())
    if (registration.scope.endsWith('/door')) await registration.unregister();
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('concord.door', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('list', { keyPath: 'code' });
    request.result.createObjectStore('waiting', { keyPath: 'id' });
  };
  return asked(request);
}

function done(store: IDBObjectStore, work: (store: IDBObjectStore) => void): Promise<void> {
  const { transaction } = store;
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
    work(store);
  });
}

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
