import { newId } from '@concord/db/ids';
import type { TestDatabase } from '@concord/db/testing/database';
import { createAppointment, createParty, createPerson } from '@concord/db/testing/fixtures';
import type { CourseDraft } from '../features/courses/import/types.ts';
import { callerAs } from './caller.ts';
import { courseDraft, importDraft, pageDraft, quizDraft } from './courses.ts';

/** Fills in the command id of a call. */
export const once = <Input extends object>(input: Input) => ({ ...input, commandId: newId() });

let count = 0;

/** A published course of two pages and a quiz, and everybody an editor could meet. */
export async function authoringScene(test: TestDatabase, values: Partial<CourseDraft> = {}) {
  const nation = await createParty(test);
  const other = await createParty(test);
  count += 1;
  const slug = `gates-${count}`;
  const draft = courseDraft([pageDraft('a', '## A\n\nOne.', 'Un.'), pageDraft('b'), quizDraft('check')], {
    slug,
    ...values,
  });
  const { courseId } = await importDraft(test, draft, [nation]);
  const person = () => createPerson(test, { party: nation });
  const [director, instructor, past, learner] = [
    await person(),
    await person(),
    await person(),
    await person(),
  ];
  const held = { scope: 'course', scopeId: courseId } as const;
  await createAppointment(test, director, { role: 'courseDirector', ...held });
  await createAppointment(test, instructor, { role: 'instructor', ...held });
  const until = new Date('2021-01-01T00:00:00Z');
  await createAppointment(test, past, { role: 'courseDirector', ...held, until });
  const alliance = (role: 'trainingManager' | 'administrator') =>
    createPerson(test, { party: nation, appointments: [{ role, scope: 'alliance' }] });
  return {
    courseId,
    slug,
    nation,
    director,
    instructor,
    past,
    learner,
    manager: await alliance('trainingManager'),
    administrator: await alliance('administrator'),
    stranger: await createPerson(test, {
      party: other,
      appointments: [{ role: 'courseDirector', scope: 'course', scopeId: newId() }],
    }),
    as: (one: { id: string }) => callerAs(test, one),
  };
}
