import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parties, partyHolidays } from '@concord/db/schema/parties';
import { sql } from 'drizzle-orm';
import { asWorker, type Context } from '../context.ts';
import { type HolidayLine, readHolidays } from '../features/silence/holidays.ts';
import { withServices } from '../services.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, Refusal, say, sayJson, type Verb } from './verb.ts';

/** Brings in the days on which capitals do not work, of which a chair who sets an end of silence is warned. */
export const verb: Verb = {
  usage: '<csv> [--json]',
  help: [
    'Reads lines of a nation’s code, a day and the holiday’s name, in English and, where it differs, in French:',
    '',
    '  NOR,2027-05-17,Constitution Day,Jour de la Constitution',
    '',
    'Run again with the same file, it changes nothing; a line for a day that is known corrects its name.',
  ],
  options: { json: { type: 'boolean' } },
  values: [1, 1],
  async run({ flags, values: [path = ''] }) {
    const from = resolve(path);
    const words = await readFile(from, 'utf8').catch(() => {
      throw new Refusal(`There is no file to read at ${from}.`);
    });
    const { lines, wrong } = readHolidays(words);
    const unknown = await withInstallation((settings) =>
      withServices(settings, (services) => asWorker(services, (ctx) => write(ctx, lines))),
    );
    const problems = [...wrong.map((line) => `line ${line}: not a code, a day and a name`), ...unknown];
    if (flags.json) sayJson({ days: lines.length, problems });
    else for (const line of [`${lines.length} holidays read.`, ...problems]) say(line);
    return problems.length > 0 ? EXIT.failure : EXIT.ok;
  },
};

/** Writes the lines of nations that are known; gives back what to say of the others. */
async function write({ tx }: Context, lines: readonly HolidayLine[]): Promise<string[]> {
  const known = await tx.select({ id: parties.id, code: parties.code }).from(parties);
  const ids = new Map(known.map(({ id, code }) => [code, id]));
  const rows = new Map<string, typeof partyHolidays.$inferInsert>();
  for (const { code, ...line } of lines) {
    const partyId = ids.get(code);
    if (partyId) rows.set(`${partyId} ${line.day}`, { ...line, partyId });
  }
  if (rows.size > 0)
    await tx
      .insert(partyHolidays)
      .values([...rows.values()])
      .onConflictDoUpdate({
        target: [partyHolidays.partyId, partyHolidays.day],
        set: { nameEn: sql`excluded.name_en`, nameFr: sql`excluded.name_fr` },
      });
  const unknown = new Set(lines.map(({ code }) => code).filter((code) => !ids.has(code)));
  return [...unknown].map((code) => `there is no nation or organisation ${code}`);
}
