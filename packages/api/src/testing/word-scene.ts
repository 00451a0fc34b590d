import { inTransaction, type SignedIn } from '../context.ts';
import { takeOut } from '../features/word/take-out.ts';
import { writeWord } from '../features/word/write.ts';
import { storeFile } from '../storage/store.ts';
import { requestAs, servicesOf } from './caller.ts';
import type { TestDatabase } from './consultation.ts';

type Person = { id: string };

/** A text as a person of the scene takes it out. */
export async function takenOut(test: TestDatabase, by: Person, input: Parameters<typeof takeOut>[1]) {
  const { name, text } = await inTransaction(servicesOf(test), await requestAs(test, by), (ctx) =>
    takeOut(ctx as SignedIn, input),
  );
  return { name, text, bytes: await writeWord(text) };
}

/** Brings a file to its person, as the upload does; its id. */
export async function broughtUp(test: TestDatabase, by: Person, bytes: Uint8Array, name = 'capital.docx') {
  const request = await requestAs(test, by);
  const { id } = await inTransaction(servicesOf(test), request, (ctx) =>
    storeFile(ctx, { container: 'person', containerId: by.id, createdBy: by.id, name, bytes }),
  );
  return id;
}
