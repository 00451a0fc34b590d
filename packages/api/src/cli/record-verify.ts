import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { connect } from '@concord/db/client';
import { callersFolder, type Settings } from '../env.ts';
import type { SignedHead } from '../record/chain.ts';
import { headsFile, keptHeads, readHeads } from '../record/heads.ts';
import { existingRecordKeys } from '../record/keys.ts';
import { type RecordReport, verifyRecord } from '../record/verify.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, Refusal, say, sayJson, type Verb } from './verb.ts';

/** Compares the record with a signed head that was kept outside the database. */
export const verb: Verb = {
  usage: '[--head <file|json>] [--json]',
  help: [
    'Finds every entry that was changed, taken away, put in or moved since a head was signed. Heads are kept in',
    'record-heads.jsonl in the data folder; copy them elsewhere and give a copy with --head, so that whoever owns this',
    'machine cannot have changed them. Without --head the newest one here is used. Entries after the head are not covered.',
    'Exit code 1 when anything is wrong.',
  ],
  options: { head: { type: 'string' }, json: { type: 'boolean' } },
  async run({ flags }) {
    const given = typeof flags.head === 'string' ? await readGiven(flags.head) : undefined;
    const report = await withInstallation((settings) => verifyAt(settings, given));
    if (flags.json) sayJson(report);
    else tell(report);
    return report.sound ? EXIT.ok : EXIT.failure;
  },
};

async function verifyAt(settings: Settings, given: SignedHead[] | undefined): Promise<RecordReport> {
  const kept = await keptHeads(settings.dataDir);
  const head = (given ?? kept).at(-1);
  if (!head) throw new Refusal(`No head was signed yet: ${headsFile(settings.dataDir)} holds none.`);
  const keys = await existingRecordKeys(settings.dataDir);
  if (!keys)
    throw new Refusal(`record-key.json is missing in ${settings.dataDir}: no signature can be checked.`);
  const database = connect(settings.database.sealerUrl, { max: 2, name: 'concord-verify' });
  try {
    return await verifyRecord({ sql: database.sql, keys, head, others: [...(given ?? []), ...kept] });
  } finally {
    await database.close();
  }
}

async function readGiven(value: string): Promise<SignedHead[]> {
  const text = value.trimStart().startsWith('{')
    ? value
    : await readFile(resolve(callersFolder(), value), 'utf8').catch(() => {
        throw new Refusal(`${value} cannot be read.`);
      });
  const heads = readHeads(text);
  if (heads.length === 0) throw new Refusal('There is no signed head in what --head names.');
  return heads;
}

function tell({ head, checked, uncovered, faults, sound }: RecordReport): void {
  say(`Head ${head.sequence}, signed ${head.signedAt} with key ${head.keyId}.`);
  for (const fault of faults) say(`✗ ${fault.kind}: ${fault.detail}`);
  if (sound) say(`✓ ${checked} entries are there, unchanged and in their places.`);
  if (uncovered > 0) say(`${uncovered} later entries are not covered by this head.`);
}
