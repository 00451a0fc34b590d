import { randomUUID } from 'node:crypto';
import { personWorkRoles } from '@concord/db/schema/competence';
import { accounts } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { peopleScene } from '../../testing/people.ts';
import { lineProblem, readWork } from './rules.ts';

let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let manager: { id: string };
let workRoleId: string;
const as = (person: { id: string } | null) => callerAs(test, person);
const fails = (code: string) => expect.objectContaining({ code });
const open = { validFrom: null, validUntil: null };

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  manager = await createPerson(test, {
    party: scene.other,
    appointments: [{ role: 'trainingManager', scope: 'alliance' }],
  });
  const named = { code: 'analyst', nameEn: 'Analyst', nameFr: 'Analyste' };
  workRoleId = (await (await as(manager)).work.define({ commandId: randomUUID(), ...named })).workRoleId;
});
afterAll(() => test.close());

const give = async (by: { id: string } | null, personIds: string[], more: object = {}) =>
  (await as(by)).work.give({ commandId: randomUUID(), workRoleId, personIds, ...open, ...more });
const heldBy = (personId: string) =>
  test.worker.db.select().from(personWorkRoles).where(eq(personWorkRoles.personId, personId));

describe('the work people do', () => {
  it('is defined by who manages training, each code once', async () => {
    const named = { code: 'analyst', nameEn: 'Again', nameFr: 'Encore' };
    const define = async (by: { id: string }) =>
      (await as(by)).work.define({ commandId: randomUUID(), ...named });
    await expect(define(manager)).rejects.toMatchObject({ fields: [{ path: 'code' }] });
    await expect(define(scene.coordinator)).rejects.toEqual(fails('NOT_FOUND'));
  });

  it('is given and taken by who speaks for the person, a nation for its organisations too', async () => {
    const unit = await createParty(test, { kind: 'team', nationId: scene.nation.id });
    const person = await createPerson(test, { party: unit });
    expect(await give(scene.coordinator, [person.id])).toEqual({ given: 1 });
    expect(await give(scene.coordinator, [person.id])).toEqual({ given: 0 });
    const [held] = await heldBy(person.id);
    const workId = held?.id ?? '';
    const take = async (by: { id: string }) => (await as(by)).work.take({ commandId: randomUUID(), workId });
    await expect(take(scene.officer)).rejects.toThrow();
    await take(scene.coordinator);
    expect((await heldBy(person.id)).map(({ validUntil }) => validUntil !== null)).toEqual([true]);
  });

  it('by two at once is given once', async () => {
    const person = await createPerson(test, { party: scene.nation });
    const answers = await Promise.all([give(scene.coordinator, [person.id]), give(manager, [person.id])]);
    expect(answers.map(({ given }) => given).sort()).toEqual([0, 1]);
    expect(await heldBy(person.id)).toHaveLength(1);
  });

  it('is not given to people of another party, nor by anybody else', async () => {
    const foreign = await createPerson(test, { party: scene.other });
    await expect(give(scene.coordinator, [foreign.id])).rejects.toEqual(fails('FORBIDDEN'));
    await expect(give(scene.officer, [scene.coordinator.id])).rejects.toEqual(fails('FORBIDDEN'));
    await expect(give(scene.stranger, [foreign.id])).rejects.toEqual(fails('NOT_FOUND'));
    await expect(give(null, [foreign.id])).rejects.toEqual(fails('UNAUTHORIZED'));
    await expect(
      give(scene.coordinator, [scene.coordinator.id], { validUntil: '2020-01-01T00:00:00Z' }),
    ).rejects.toMatchObject({ fields: [{ path: 'validUntil' }] });
  });
});

describe('a file of who does what', () => {
  it('is previewed line by line and written whole or not at all', async () => {
    const person = await createPerson(test, { party: scene.nation });
    const [account] = await test.worker.db.select().from(accounts).where(eq(accounts.personId, person.id));
    const good = `E-mail;Work;From;Until\n${account?.email};analyst;2026-01-01;\n`;
    const bad = `${good}nobody@example.org;analyst;;\n${account?.email};juggler;2026-02-30;\n`;
    const by = await as(scene.coordinator);
    const preview = await by.work.preview({ content: bad });
    expect(preview.lines.map(({ line, problem }) => [line, problem])).toEqual([
      [2, null],
      [3, 'personUnknown'],
      [4, 'day'],
    ]);
    const commandId = randomUUID();
    await expect(by.work.importFile({ commandId, content: bad })).rejects.toEqual(fails('BAD_REQUEST'));
    expect(await heldBy(person.id)).toEqual([]);
    expect(await by.work.importFile({ commandId: randomUUID(), content: good })).toEqual({ given: 1 });
    expect((await heldBy(person.id)).map(({ validFrom }) => validFrom.toISOString())).toEqual([
      '2025-12-31T23:00:00.000Z',
    ]);
    await expect((await as(scene.stranger)).work.preview({ content: good })).rejects.toEqual(
      fails('NOT_FOUND'),
    );
  });

  it.each([
    ['', 'empty'],
    ['Work\nanalyst', 'columnPerson'],
    ['E-mail\na@b.example', 'columnWork'],
    ['"E-mail;Work\na', 'notCsv'],
  ])('says what is wrong with %j as a whole', (content, problem) =>
    expect(readWork(content).problem).toBe(problem),
  );

  it.each([
    [{ work: 'x' }, 'personMissing'],
    [{ email: 'a@b.example' }, 'workMissing'],
    [{ email: 'a@b.example', work: 'x', from: '2027-02-29' }, 'day'],
    [{ email: 'a@b.example', work: 'x', from: '2028-02-29', until: '2028-02-28' }, 'daysOrder'],
    [{ family: 'Å', party: 'NOR', work: 'x', from: '2028-02-29' }, null],
  ])('reads %j', (line, problem) =>
    expect(
      lineProblem({
        line: 2,
        email: '',
        family: '',
        given: '',
        party: '',
        work: '',
        from: '',
        until: '',
        ...line,
      }),
    ).toBe(problem),
  );
});
