import { randomUUID } from 'node:crypto';
import { accounts, people, peopleImportRows } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq, sql } from 'drizzle-orm';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';

let test: TestDatabase;
let nation: Awaited<ReturnType<typeof createParty>>;
let administrator: { id: string };

const id = () => ({ commandId: randomUUID() });
const as = (person: { id: string } | null) => callerAs(test, person);

beforeAll(async () => {
  test = await testDatabase();
  nation = await createParty(test, { code: 'NOR', nameEn: 'Noravia', nameFr: 'Noravie' });
  administrator = await createPerson(test, {
    party: nation,
    appointments: [{ role: 'administrator', scope: 'alliance' }],
  });
});
afterAll(() => test.close());

/** A file as a French spreadsheet writes it: semicolons, Windows-1252. */
function file(lines: string[]): string {
  const text = ['Prénom;Nom;Courriel;Pays;Fonction;Langue', ...lines].join('\r\n');
  return iconv.encode(text, 'windows-1252').toString('base64');
}

const lines = (count: number, from: string) =>
  Array.from(
    { length: count },
    (_, index) => `Zoé;Müller-${index};${from}${index}@nor.example;Noravie;Attachée;français`,
  );

async function prepare(content: string) {
  const api = await as(administrator);
  const { importId } = await api.imports.prepare({ ...id(), fileName: 'personnes.csv', content });
  return { api, importId };
}

async function writeAll(api: Awaited<ReturnType<typeof as>>, importId: string): Promise<number> {
  let steps = 0;
  for (let remaining = 1; remaining > 0; steps += 1)
    ({ remaining } = await api.imports.writeNext({ ...id(), importId }));
  return steps;
}

async function countPeople(): Promise<number> {
  const [row] = await test.worker.db.select({ count: sql<number>`count(*)::int` }).from(people);
  return row?.count ?? 0;
}

describe('an import of people', () => {
  it('of 200 from a semicolon Windows-1252 file writes nobody before it is told, then each once', async () => {
    const before = await countPeople();
    const content = file(lines(200, 'many'));
    const { api, importId } = await prepare(content);
    const preview = await api.imports.byId({ importId });
    expect(preview).toMatchObject({ encoding: 'windows-1252', lines: 200, ready: 200, problem: 0 });
    expect(preview.ahead).toEqual({ created: 200, updated: 0, unchanged: 0 });
    expect(preview.sample[0]).toMatchObject({ givenName: 'Zoé', familyName: 'Müller-0' });
    expect(await countPeople()).toBe(before);
    expect(await writeAll(api, importId)).toBe(4);
    expect(await countPeople()).toBe(before + 200);
    const again = await prepare(content);
    expect((await api.imports.byId({ importId: again.importId })).ahead).toEqual({
      created: 0,
      updated: 0,
      unchanged: 200,
    });
    await writeAll(api, again.importId);
    expect(await countPeople()).toBe(before + 200);
    const [account] = await test.worker.db
      .select()
      .from(accounts)
      .where(eq(accounts.email, 'many7@nor.example'));
    expect(account).toMatchObject({ locale: 'fr', timeZone: 'Europe/Brussels', activatedAt: null });
  });

  it('names each problem by line and column, a name of 300 characters among them', async () => {
    const { api, importId } = await prepare(
      file([
        `Zoé;${'x'.repeat(300)};long@nor.example;NOR;;`,
        'Zoé;Brun;no-address;NOR;;',
        'Zoé;Brun;ok@nor.example;Nowhere;;klingon',
        'Zoé;Brun;fine@nor.example;NOR;;',
        'Zoé;Brun;fine@nor.example;NOR;;',
      ]),
    );
    const preview = await api.imports.byId({ importId });
    expect(preview.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'familyName', 'tooLong'],
      [3, 'email', 'emailInvalid'],
      [4, 'party', 'partyUnknown'],
      [4, 'language', 'languageUnknown'],
      [6, 'email', 'emailTwice'],
    ]);
    expect(preview).toMatchObject({ ready: 1, problem: 4 });
  });

  it('goes on where it stopped, and two at once write each line once', async () => {
    const before = await countPeople();
    const { api, importId } = await prepare(file(lines(120, 'half')));
    expect(await api.imports.writeNext({ ...id(), importId })).toMatchObject({ written: 50, remaining: 70 });
    const rest = await Promise.all([
      (await as(administrator)).imports.writeNext({ ...id(), importId }),
      (await as(administrator)).imports.writeNext({ ...id(), importId }),
    ]);
    expect(rest.map(({ written }) => written).sort()).toEqual([20, 50]);
    expect(await countPeople()).toBe(before + 120);
    const seen = await api.imports.byId({ importId });
    expect(seen).toMatchObject({ created: 120, ready: 0 });
    expect(seen.finishedAt).not.toBeNull();
    const repeated = id();
    const first = await api.imports.writeNext({ ...repeated, importId });
    expect(await api.imports.writeNext({ ...repeated, importId })).toEqual(first);
  });

  it('changes a job title, but moves nobody to another party and brings nobody back', async () => {
    const other = await createParty(test, { code: 'CAL', nameEn: 'Caldera', nameFr: 'Caldère' });
    await createPerson(test, { party: other, email: 'elsewhere@nor.example' });
    await createPerson(test, { party: nation, email: 'left@nor.example', endedAt: new Date() });
    const known = await createPerson(test, {
      party: nation,
      email: 'known@nor.example',
      givenName: 'Zoé',
      familyName: 'Brun',
    });
    const { api, importId } = await prepare(
      file([
        'Zoé;Brun;elsewhere@nor.example;NOR;;',
        'Zoé;Brun;left@nor.example;NOR;;',
        'Zoé;Brun;known@nor.example;NOR;Juriste;',
      ]),
    );
    const preview = await api.imports.byId({ importId });
    expect(preview.problems.map(({ code }) => code)).toEqual(['personElsewhere', 'personEnded']);
    await writeAll(api, importId);
    const [person] = await test.worker.db.select().from(people).where(eq(people.id, known.id));
    expect(person?.jobTitle).toBe('Juriste');
    const rows = await test.worker.db
      .select({ outcome: peopleImportRows.outcome })
      .from(peopleImportRows)
      .where(eq(peopleImportRows.importId, importId));
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['problem', 'problem', 'updated']);
  });

  it('is an administrator’s alone', async () => {
    const officer = await createPerson(test, {
      party: nation,
      appointments: [{ role: 'securityOfficer', scope: 'party', scopeId: nation.id }],
    });
    const { importId } = await prepare(file(lines(1, 'one')));
    const input = { ...id(), fileName: 'x.csv', content: file([]) };
    await expect((await as(officer)).imports.prepare(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect((await as(officer)).imports.byId({ importId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect((await as(null)).imports.list()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});
