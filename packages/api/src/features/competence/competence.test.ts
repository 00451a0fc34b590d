import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { competencyMaps, personWorkRoles, workRoles } from '@concord/db/schema/competence';
import { exerciseCheckIns, exerciseRoles, exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { credentials, enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createMarking, createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, hashToken } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { createQuizCourse } from '../../testing/courses.ts';
import { peopleScene } from '../../testing/people.ts';
import { writeFramework } from '../frameworks/write.ts';

const DAY = 86_400_000;
let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let [person, manager]: { id: string }[] = [];
let course: Awaited<ReturnType<typeof createQuizCourse>>;
const [work, aim, seat] = [newId(), newId(), newId()];
const as = (who: { id: string } | null | undefined) => callerAs(test, who ?? null);
const fails = (code: string) => expect.objectContaining({ code });

const items = ['R1', 'T1', 'T2', 'T3', 'T4'].map((code) => ({
  ...{
    kind: code === 'R1' ? ('role' as const) : ('task' as const),
    code,
    title: `Thing ${code}`,
    description: '',
  },
}));

async function mapTo(
  subject: 'course' | 'workRole' | 'exerciseRole' | 'questionCategory',
  id: string,
  ...codes: string[]
) {
  const rows = await test.worker.sql`select id, code from framework_item`;
  const of = (code: string) => String(rows.find((row) => row.code === code)?.id);
  await test.worker.db
    .insert(competencyMaps)
    .values(codes.map((code) => ({ id: newId(), itemId: of(code), subject, subjectId: id, said: '' })));
}

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  const { db } = test.worker;
  person = await createPerson(test, { party: scene.nation });
  const trains = { role: 'trainingManager', scope: 'alliance' } as const;
  manager = await createPerson(test, { party: scene.nation, appointments: [trains] });
  course = await createQuizCourse(test, { party: scene.nation });
  await asWorker(servicesOf(test), (ctx) =>
    writeFramework(ctx, {
      ...{ code: 'SEA', version: '1', title: 'Sea', source: '', licence: '', items },
      links: ['T1', 'T2', 'T3', 'T4'].map((to) => ({ from: 'R1', to, level: null })),
    }),
  );
  await db.insert(workRoles).values([
    { id: work, code: 'pilot', nameEn: 'Pilot', nameFr: 'Pilote' },
    { id: aim, code: 'captain', nameEn: 'Captain', nameFr: 'Capitaine' },
  ]);
  await db.insert(personWorkRoles).values({
    id: newId(),
    personId: person?.id ?? '',
    workRoleId: work,
    validFrom: new Date(Date.now() - DAY),
  });
  await mapTo('workRole', work, 'R1');
  await mapTo('workRole', aim, 'T2');
  await mapTo('course', course.courseId, 'T1', 'T2');
});
afterAll(() => test.close());

const standings = async (who = person) =>
  Object.fromEntries(
    ((await (await as(who)).competence.mine()).works[0]?.needs ?? []).map(({ code, standing }) => [
      code,
      standing,
    ]),
  );

async function earn(days: number, revokedAt: Date | null = null) {
  const enrolmentId = newId();
  const { courseId, versionId } = course;
  const personId = person?.id ?? '';
  const completedAt = new Date(Date.now() - 10 * DAY);
  const closed = { withdrawnAt: completedAt, supersededAt: completedAt };
  await test.worker.db
    .insert(enrolments)
    .values({ id: enrolmentId, personId, courseId, versionId, completedAt, ...closed });
  await test.worker.db.insert(credentials).values({
    ...{
      id: newId(),
      enrolmentId,
      personId,
      courseId,
      versionId,
      publicId: randomUUID(),
      issuedAt: completedAt,
    },
    ...{ validUntil: new Date(Date.now() + days * DAY), revokedAt },
  });
  return enrolmentId;
}

describe('my competences', () => {
  it('say what my work needs, what is missing, and the one course to take', async () => {
    const { works, next } = await (await as(person)).competence.mine();
    expect(works.map(({ nameEn, held, count }) => [nameEn, held, count])).toEqual([
      ['Pilot', true, { shown: 0, endsSoon: 0, all: 4 }],
    ]);
    expect(works[0]?.needs.map(({ code, whole }) => [code, whole])).toEqual([
      ['T1', 'Thing R1'],
      ['T2', 'Thing R1'],
      ['T3', 'Thing R1'],
      ['T4', 'Thing R1'],
    ]);
    expect(next).toMatchObject({ slug: course.slug, covers: 2, underWay: false });
    const { works: none } = await (await as(scene.stranger)).competence.mine();
    expect(none).toEqual([]);
  });

  it('are shown by a valid credential until it ends, and by nothing that was taken back', async () => {
    await earn(400, new Date());
    expect(await standings()).toMatchObject({ T1: 'missing' });
    await earn(-1);
    expect(await standings()).toMatchObject({ T1: 'expired', T2: 'expired', T3: 'missing' });
    const enrolmentId = await earn(30);
    expect(await standings()).toMatchObject({ T1: 'endsSoon', T2: 'endsSoon', T3: 'missing' });
    await answer(enrolmentId);
    const { works } = await (await as(person)).competence.mine();
    const answered = works[0]?.needs.find(({ code }) => code === 'T3');
    expect(answered?.proofs.map(({ kind, slug }) => [kind, slug])).toEqual([['questions', course.slug]]);
    expect(await standings()).toMatchObject({ T3: 'endsSoon', T4: 'missing' });
  });

  /** A question of a mapped category, answered rightly in an attempt that was passed. */
  async function answer(enrolmentId: string) {
    const [row] = await test.worker.sql`select v.id, q.category_id as category from bank_question_version v
      join bank_question q on q.id = v.question_id limit 1`;
    await mapTo('questionCategory', String(row?.category), 'T3');
    const attempt = newId();
    await test.worker
      .sql`insert into attempt (id, enrolment_id, activity_id, person_id, number, seed, started_at, submitted_at,
      graded_at, passed) values (${attempt}, ${enrolmentId}, ${course.quizId}, ${person?.id ?? ''}, 1, 1, now(), now(), now(), true)`;
    await test.worker
      .sql`insert into attempt_response (attempt_id, key, version_id, sequence, saved_at, score)
      values (${attempt}, 'one', ${String(row?.id)}, 1, now(), 1)`;
  }

  it('are shown by a part played in an exercise that is over, for two years', async () => {
    const exerciseId = newId();
    const marking = await createMarking(test, { releasableTo: [scene.nation] });
    const at = (days: number) => new Date(Date.now() + days * DAY);
    await test.worker.db.insert(exercises).values({
      ...{ id: exerciseId, code: 'EX1', nameEn: 'Ex', nameFr: 'Ex', kind: 'tabletop', timeZone: 'UTC' },
      ...{
        markingId: marking.id,
        startsAt: at(-9),
        endsAt: at(-8),
        closesAt: at(-10),
        substitutionUntil: at(-9),
      },
      ...{ createdBy: manager?.id ?? '', publishedAt: at(-30), createdAt: at(-30) },
    });
    await test.worker.db
      .insert(exerciseRoles)
      .values({ id: seat, exerciseId, position: 0, colour: 'blue', nameEn: 'Blue', nameFr: 'Bleu' });
    await test.worker.db.insert(exerciseSeats).values({
      ...{ roleId: seat, exerciseId, personId: person?.id ?? '', partyId: scene.nation.id, givenAt: at(-20) },
    });
    await mapTo('exerciseRole', seat, 'T4');
    // A seat nobody came to shows nothing.
    expect(await standings()).toMatchObject({ T4: 'missing' });
    expect((await (await as(person)).competence.mine()).played).toEqual([]);
    await test.worker.db.insert(exerciseCheckIns).values({
      ...{ id: newId(), exerciseId, personId: person?.id ?? '', kind: 'in', at: at(-9), receivedAt: at(-9) },
      checkedBy: manager?.id ?? '',
    });
    expect(await standings()).toMatchObject({ T4: 'shown' });
    expect((await (await as(person)).competence.mine()).played).toMatchObject([
      { code: 'EX1', role: 'Blue', mapped: true },
    ]);
    await test.worker
      .sql`update exercise set starts_at = now() - interval '26 months', ends_at = now() - interval '25 months',
      closes_at = now() - interval '27 months', substitution_until = now() - interval '26 months'`;
    expect(await standings()).toMatchObject({ T4: 'expired' });
  });

  it('hold what one aims at, which the person alone chooses', async () => {
    const by = await as(person);
    const choose = (aims: boolean) => by.competence.aim({ commandId: randomUUID(), workRoleId: aim, aims });
    expect((await by.competence.mine()).choices.map(({ id }) => id)).toEqual([aim]);
    await choose(true);
    await choose(true);
    expect((await by.competence.mine()).works.map(({ id, held, aimed }) => [id, held, aimed])).toEqual([
      [work, true, false],
      [aim, false, true],
    ]);
    await choose(false);
    expect((await by.competence.mine()).works).toHaveLength(1);
    await expect(
      by.competence.aim({ commandId: randomUUID(), workRoleId: randomUUID(), aims: true }),
    ).rejects.toEqual(fails('NOT_FOUND'));
  });
});

describe('the competences of a person', () => {
  it('are for the person and who speaks for their party in training, and for nobody else', async () => {
    const of = async (who: { id: string } | null | undefined, personId = person?.id ?? '') =>
      (await as(who)).competence.ofPerson({ personId });
    const own = (await (await as(person)).competence.mine()).works;
    expect((await of(scene.coordinator)).works).toEqual(own);
    expect((await of(person)).works).toEqual(own);
    for (const other of [scene.administrator, scene.officer, scene.stranger, manager])
      await expect(of(other)).rejects.toEqual(fails('NOT_FOUND'));
    await expect(of(scene.coordinator, scene.stranger.id)).rejects.toEqual(fails('NOT_FOUND'));
    await expect(of(null)).rejects.toEqual(fails('UNAUTHORIZED'));
    const ended = await createPerson(test, {
      party: scene.other,
      appointments: [
        {
          ...{ role: 'trainingCoordinator', scope: 'party', scopeId: scene.nation.id },
          ...{ from: new Date(Date.now() - 2 * DAY), until: new Date(Date.now() - DAY) },
        },
      ],
    });
    await expect(of(ended)).rejects.toEqual(fails('NOT_FOUND'));
  });

  it('say of questions to nobody else what they show, at the database’s own door either', async () => {
    const shown = async (who: { id: string } | undefined) => {
      const { sessionToken } = await requestAs(test, who ?? scene.stranger);
      return test.app.sql.begin(async (sql) => {
        await sql`select concord.enter(${hashToken(sessionToken ?? '')})`;
        return (await sql`select * from concord.questions_shown(${person?.id ?? ''})`).length;
      });
    };
    expect([await shown(person), await shown(scene.coordinator)]).toEqual([1, 1]);
    for (const other of [scene.stranger, scene.administrator, scene.officer, manager])
      expect(await shown(other)).toBe(0);
  });

  it('of a nation’s organisation are for the nation’s coordinator too', async () => {
    const unit = await createParty(test, { kind: 'team', nationId: scene.nation.id });
    const member = await createPerson(test, { party: unit });
    expect((await (await as(scene.coordinator)).competence.ofPerson({ personId: member.id })).works).toEqual(
      [],
    );
  });
});
