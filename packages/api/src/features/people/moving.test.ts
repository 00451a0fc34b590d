import { newId } from '@concord/db/ids';
import { exerciseTeams } from '@concord/db/schema/exercises';
import type { AppointmentFixture } from '@concord/db/testing/fixtures';
import { createParty } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type ExerciseScene, exerciseScene } from '../../testing/exercises.ts';
import { id, inDays, type SeatScene, seatScene } from '../../testing/seats.ts';

type Person = { id: string; givenName: string; familyName: string };
const fails = (code: string) => expect.objectContaining({ code });

describe('who moves to another party', () => {
  let scene: SeatScene;
  let [administrator, theirs]: { id: string }[] = [];
  const as = (who: { id: string } | undefined) => callerAs(scene.test, who ?? null);
  const looksAfter = (party: { id: string }): AppointmentFixture => ({
    ...{ role: 'trainingCoordinator', scope: 'party', scopeId: party.id },
  });

  beforeAll(async () => {
    scene = await seatScene();
    administrator = await scene.person(scene.calder, { role: 'administrator', scope: 'alliance' });
    theirs = await scene.person(scene.calder, looksAfter(scene.calder));
  });
  afterAll(() => scene.test.close());

  const move = async ({ id: personId, givenName, familyName }: Person, party: { id: string }) =>
    (await as(administrator)).people.correct({
      ...{ ...id(), personId, givenName, familyName, partyId: party.id },
    });

  /** Every row of what a person has done and earned. */
  async function doneBy(personId: string) {
    const { sql } = scene.test.worker;
    const [row] = await sql`select
      (select json_agg(e order by e.id) from enrolment e where e.person_id = ${personId}) as paths,
      (select json_agg(g order by g.activity_id) from activity_progress g join enrolment e on e.id = g.enrolment_id
        where e.person_id = ${personId}) as progress,
      (select json_agg(a order by a.id) from attempt a where a.person_id = ${personId}) as attempts,
      (select json_agg(r order by r.key) from attempt_response r join attempt a on a.id = r.attempt_id
        where a.person_id = ${personId}) as answers,
      (select json_agg(c order by c.id) from credential c where c.person_id = ${personId}) as credentials`;
    return row;
  }

  /** A person on the way through the course, with an answer in an open quiz and a credential of before. */
  async function learner() {
    const person = await scene.learner();
    const api = await as(person);
    const { courseId, quizId, versionId } = scene.course;
    const past = newId();
    await scene.test.worker
      .sql`insert into enrolment (id, person_id, course_id, version_id, completed_at, superseded_at, withdrawn_at)
      values (${past}, ${person.id}, ${courseId}, ${versionId}, now(), now(), now())`;
    await scene.test.worker
      .sql`insert into credential (id, enrolment_id, person_id, course_id, version_id, public_id, issued_at)
      values (${newId()}, ${past}, ${person.id}, ${courseId}, ${versionId}, ${past}, now())`;
    const { enrolmentId } = await api.enrolments.enrol({ ...id(), courseId });
    await api.enrolments.complete({ ...id(), enrolmentId, activityId: scene.course.pageId });
    await api.quizzes.start({ ...id(), enrolmentId, activityId: quizId });
    const state = await api.quizzes.state({ enrolmentId, activityId: quizId });
    const [question] = state.open?.questions ?? [];
    const answer = {
      ...{ attemptId: state.open?.id ?? '', questionKey: question?.key ?? '' },
      ...{ sequence: 1, certainty: null, answer: { choices: ['a'] } },
    };
    await api.quizzes.save(answer);
    return { person, answer, at: { enrolmentId, activityId: quizId } };
  }

  it('keeps paths, attempts, answers and credentials, and goes on where the new party may', async () => {
    const { person, answer, at } = await learner();
    const before = await doneBy(person.id);
    expect(Object.values(before ?? {}).every((rows) => rows.length > 0)).toBe(true);
    await move(person, scene.calder);
    expect(await doneBy(person.id)).toEqual(before);
    const api = await as(person);
    await api.quizzes.save({ ...answer, sequence: 2, answer: { choices: ['b'] } });
    expect((await api.quizzes.state(at)).open?.answers[answer.questionKey]?.answer).toEqual({
      choices: ['b'],
    });
  });

  it('to whom the new party may not read the course loses sight of it and nothing of it', async () => {
    const { person, at } = await learner();
    const before = await doneBy(person.id);
    await move(person, await createParty(scene.test));
    await expect((await as(person)).quizzes.state(at)).rejects.toEqual(fails('NOT_FOUND'));
    expect(await doneBy(person.id)).toEqual(before);
    await move(person, scene.nordmark);
    expect(Object.keys((await (await as(person)).quizzes.state(at)).open?.answers ?? {})).toHaveLength(1);
  });

  it('is seen by the new party’s training coordinator, and no more by the old one’s', async () => {
    const { person } = await learner();
    const seenBy = async (who: { id: string } | undefined, party: { id: string }) => {
      const { people } = await (await as(who)).people.list({ partyId: party.id });
      return people.some(({ id: one }) => one === person.id);
    };
    expect(await seenBy(scene.coordinator, scene.nordmark)).toBe(true);
    await move(person, scene.calder);
    expect(await seenBy(scene.coordinator, scene.nordmark)).toBe(false);
    expect(await seenBy(theirs, scene.calder)).toBe(true);
  });

  it('keeps a seat of the old party, which both parties see, and either may give up', async () => {
    const [first, next] = [await scene.learner(), await scene.learner()];
    const cohortId = await scene.makeCohort(1, { startsAt: inDays(90) });
    for (const one of [first, next]) await scene.ask(one, cohortId);
    await move(first, scene.calder);
    expect(await scene.holders(cohortId)).toEqual([first.id]);
    const linesFor = async (who: { id: string } | undefined) =>
      (await (await as(who)).seats.byCohort({ cohortId })).lines.map(({ personId }) => personId).sort();
    expect(await linesFor(theirs)).toEqual([first.id]);
    expect(await linesFor(scene.coordinator)).toEqual([first.id, next.id].sort());
    const stranger = await scene.person(scene.calder, looksAfter(await createParty(scene.test)));
    await expect(scene.act(stranger, 'withdraw', cohortId, first.id)).rejects.toEqual(fails('NOT_FOUND'));
    await scene.act(scene.coordinator, 'withdraw', cohortId, first.id);
    expect(await scene.holders(cohortId)).toEqual([next.id]);
  });

  it('from one cohort to another goes on in the same path', async () => {
    const { person } = await learner();
    const before = await doneBy(person.id);
    const one = await scene.makeCohort(1, { dueAt: inDays(20) });
    const dueAt = inDays(60);
    const other = await scene.makeCohort(1, { dueAt });
    const api = await as(administrator);
    await api.cohorts.addMembers({ ...id(), cohortId: one, personIds: [person.id] });
    await api.cohorts.enrol({ ...id(), cohortId: one });
    await api.cohorts.removeMember({ ...id(), cohortId: one, personId: person.id });
    await api.cohorts.addMembers({ ...id(), cohortId: other, personIds: [person.id] });
    await api.cohorts.enrol({ ...id(), cohortId: other });
    const [path] = await scene.test.worker.sql`select cohort_id as cohort, due_at as due from enrolment
      where person_id = ${person.id} and withdrawn_at is null`;
    expect(path?.cohort).toBe(other);
    expect(new Date(String(path?.due))).toEqual(dueAt);
    expect(await scene.holders(other)).toEqual([person.id]);
    expect(await doneBy(person.id)).toMatchObject({
      ...{ attempts: before?.attempts, answers: before?.answers, progress: before?.progress },
      credentials: before?.credentials,
    });
  });
});

describe('who plays in an exercise', () => {
  let scene: ExerciseScene;
  beforeAll(async () => {
    scene = await exerciseScene();
  });
  afterAll(() => scene.test.close());

  it('keeps the seat and what was seen of them over another team and another party', async () => {
    const { api, people, parties, exerciseId, roleId, test } = scene;
    const [player] = people.players;
    await api.director.nominations.nominate({ ...id(), roleId, personIds: [player.id], reason: '' });
    const [here, there] = [newId(), newId()];
    const team = { exerciseId, colour: 'blue' as const, partyIds: [parties.nordmark.id] };
    await test.worker.db.insert(exerciseTeams).values([
      { id: here, position: 0, name: 'North', ...team },
      { id: there, position: 1, name: 'South', ...team },
    ]);
    await test.worker
      .sql`insert into exercise_check_in (id, exercise_id, person_id, kind, at, received_at, checked_by)
      values (${newId()}, ${exerciseId}, ${player.id}, 'in', now(), now(), ${people.director.id})`;
    for (const teamId of [here, there])
      await api.director.nominations.place({ ...id(), roleId, personId: player.id, teamId });
    await test.worker.sql`update person set party_id = ${parties.calder.id} where id = ${player.id}`;
    const [row] = await test.worker
      .sql`select s.team_id as team, s.party_id as party, count(c.id)::int as seen from exercise_seat s
      left join exercise_check_in c on c.exercise_id = s.exercise_id and c.person_id = s.person_id
      where s.person_id = ${player.id} group by s.team_id, s.party_id`;
    expect(row).toEqual({ team: there, party: parties.nordmark.id, seen: 1 });
    const lines = async (who: ExerciseScene['api']['manager']) =>
      (await who.nominations.seats({ exerciseId })).roles[0]?.lines.map(({ personId }) => personId);
    expect(await lines(api.coordinator)).toEqual([player.id]);
    expect(await lines(api.other)).toEqual([player.id]);
    const act = { roleId, personId: player.id, reason: 'moved to another nation' };
    await expect(api.outsider.nominations.withdraw({ ...id(), ...act })).rejects.toEqual(fails('NOT_FOUND'));
    await api.coordinator.nominations.withdraw({ ...id(), ...act });
    expect(await lines(api.coordinator)).toEqual([]);
  });

  it('is followed in the seat by one of the party whose seat it is, not of the one they moved to', async () => {
    const { api, people, parties, roleId, test, person } = scene;
    const [, next, player] = people.players;
    await api.director.nominations.nominate({ ...id(), roleId, personIds: [player.id], reason: '' });
    await test.worker.sql`update person set party_id = ${parties.calder.id} where id = ${player.id}`;
    const theirs = await person(parties.calder);
    const input = { roleId, replacesId: player.id, reason: 'moved to another nation' };
    const put = (who: ExerciseScene['api']['manager'], personId: string) =>
      who.nominations.substitute({ ...id(), ...input, personId });
    await expect(put(api.outsider, next.id)).rejects.toEqual(fails('NOT_FOUND'));
    await expect(put(api.director, theirs.id)).rejects.toMatchObject({
      fields: [{ path: 'personId', key: 'exercises.otherParty' }],
    });
    await put(api.coordinator, next.id);
    const held = await test.worker.sql`select person_id as person, party_id as party from exercise_seat
      where role_id = ${roleId}`;
    expect(held).toMatchObject([{ person: next.id, party: parties.nordmark.id }]);
  });
});
