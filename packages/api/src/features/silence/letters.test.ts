import { newId } from '@concord/db/ids';

import { files, recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { asWorker, inTransaction } from '../../context.ts';
import { storeFile, wholeFile } from '../../storage/store.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { type SilenceScene, silenceScene, wall } from '../../testing/silence.ts';

let test: TestDatabase;
let one: SilenceScene;
beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(async () => {
  one = await silenceScene(test, one);
});
afterAll(() => test.close());

type Who = keyof SilenceScene['api'];

const scanBy = (who: Who) =>
  asWorker(servicesOf(test), (ctx) =>
    storeFile(ctx, {
      ...{ container: 'person', containerId: one.people[who].id, createdBy: one.people[who].id },
      ...{ name: 'letter.pdf', bytes: Buffer.from('%PDF-1.7 a scanned letter') },
    }),
  );

/** The bytes of a file as somebody gets them; null where it is not there for them. */
const bytesFor = async (who: Who, id: string) =>
  inTransaction(servicesOf(test), await requestAs(test, one.people[who]), async (ctx) => {
    const [row] = await ctx.tx.select().from(files).where(eq(files.id, id));
    return row ? (await wholeFile(ctx, row)).toString() : null;
  });

async function entered(fileIds: string[]) {
  const { api, text, version, parties } = one;
  const { silenceId } = await api.chair.silence.open({
    ...{ commandId: newId(), textId: text.id, versionId: version.id, until: wall(4) },
  });
  const { eventId } = await api.chair.silence.enterLetter({
    ...{ commandId: newId(), silenceId, partyId: parties.out.id, kind: 'objection', paragraphIds: [] },
    ...{ reason: 'As their letter says.', fileIds },
  });
  return { silenceId, eventId };
}

const lettersFor = async (who: Who, eventId: string) =>
  (await one.api[who].silence.byText({ textId: one.text.id })).run?.events.find(({ id }) => id === eventId)
    ?.letters;

it('a scan of the letter hangs on the break, for whoever reads whose it is, sealed, and in the record', async () => {
  const scan = await scanBy('chair');
  const { eventId } = await entered([scan.id]);
  for (const who of ['chair', 'head', 'outsider'] as const) {
    expect(await lettersFor(who, eventId)).toMatchObject([{ id: scan.id, name: 'letter.pdf' }]);
    expect(await bytesFor(who, scan.id)).toBe('%PDF-1.7 a scanned letter');
  }
  const [row] = await test.worker.db.select().from(files).where(eq(files.id, scan.id));
  expect(row).toMatchObject({ container: 'text', containerId: one.text.id, markingId: one.marking.id });
  const [entry] = await test.worker.db
    .select()
    .from(recordEntries)
    .where(eq(recordEntries.action, 'silence.attachLetter'));
  expect(entry).toMatchObject({ subjectId: one.text.id, details: { files: 1 } });
});

it('stays with the chair and the nation where the body keeps breaks to its chair', async () => {
  await test.worker.sql`update body set breaks_named = false where id = ${one.body.id}`;
  const scan = await scanBy('chair');
  const { eventId } = await entered([scan.id]);
  expect(await lettersFor('chair', eventId)).toHaveLength(1);
  expect(await lettersFor('outsider', eventId)).toHaveLength(1);
  expect(await bytesFor('outsider', scan.id)).not.toBeNull();
  expect(await lettersFor('head', eventId)).toEqual([]);
  expect(await bytesFor('head', scan.id)).toBeNull();
  expect(await bytesFor('partner', scan.id)).toBeNull();
  await test.worker.sql`update body set breaks_named = true where id = ${one.body.id}`;
});

it('takes no file of somebody else, and then enters nothing', async () => {
  const scan = await scanBy('head');
  const foreign = await failure(entered([scan.id]));
  expect(foreign).toMatchObject({ fields: [{ path: 'fileIds', key: 'contribution.fileGone' }] });
  const { run } = await one.api.chair.silence.byText({ textId: one.text.id });
  expect(run).toMatchObject({ state: 'open', liveBreaks: 0 });
  expect(await bytesFor('chair', scan.id)).toBeNull();
});
