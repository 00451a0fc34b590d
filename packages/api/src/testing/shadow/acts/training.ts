import { type AppointmentFixture, createPerson } from '@concord/db/testing/fixtures';
import { callerAs } from '../../caller.ts';
import { createEnrolment, createQuizCourse } from '../../courses.ts';
import { exerciseFields, roleFields } from '../../exercises.ts';
import { RIGHT } from '../../quiz-taker.ts';
import type { World } from '../worlds.ts';
import { type Act, act, command, idOf } from './act.ts';

/** A course of Calder alone, which somebody asks about, takes to its end and is given a credential for. */
const course: Act = {
  what: 'course, question, note, attempt and credential',
  told: [
    ['cal-staff-1', 'zephyr-question'],
    ['cal-staff-1', 'zephyr-note'],
    ['cal-staff-1', 'Spotting a gate'],
  ],
  within: async (world) => {
    const party = { id: await idOf(world, `select id from party where code = 'CAL'`) };
    const made = await createQuizCourse(world.test, { party });
    const { slug, quizId } = made;
    const person = world.person('cal-staff-1');
    const enrolment = await createEnrolment(world.test, { person, course: made });
    const by = await world.as('cal-staff-1');
    const about = { course: slug, activity: 'check', title: 'zephyr-question', text: 'Zephyr?' };
    await by.questions.ask({ ...command(), ...about });
    const onPage = { course: slug, activity: 'page', language: 'en', passage: null, note: 'zephyr-note' };
    await by.study.add({ ...command(), ...onPage });
    const at = { enrolmentId: enrolment.id, activityId: quizId };
    const { attemptId } = await by.quizzes.start({ ...command(), ...at });
    for (const [questionKey, answer] of Object.entries(RIGHT))
      await by.quizzes.save({ attemptId, questionKey, sequence: 1, answer });
    await by.quizzes.submit({ ...command(), attemptId });
  },
};

/** An exercise of Calder alone. */
const exercise: Act = {
  what: 'exercise',
  told: [['cal-coordinator', 'zephyr-exercise']],
  within: async (world) => {
    const party = { id: await idOf(world, `select id from party where code = 'CAL'`) };
    const appointments: AppointmentFixture[] = [{ role: 'trainingManager', scope: 'alliance' }];
    const by = await callerAs(world.test, await createPerson(world.test, { party, appointments }));
    const names = { nameEn: 'zephyr-exercise', nameFr: 'zephyr-exercise' };
    const { exerciseId } = await by.exercises.create(exerciseFields([party.id], names));
    await by.exercises.saveRole(roleFields(exerciseId, [{ partyId: party.id, seats: 2 }]));
    await by.exercises.publish({ ...command(), exerciseId });
  },
};

const running = (world: World) => idOf(world, `select id from exercise where code = 'ST26'`);

/** What is taken and played elsewhere in the alliance. */
export const training: readonly Act[] = [
  course,
  exercise,
  act(
    'inject',
    async (world, by) => {
      const inject = {
        exerciseId: await running(world),
        title: 'zephyr-inject',
        minute: 500,
        storylineId: null,
      };
      await by.injects.add({ ...command(), ...inject });
    },
    { reader: 'hqa-secretary-epg' },
  ),
  {
    what: 'answer of another team',
    told: [
      ['hqa-staff-2', 'zephyr-answer'],
      ['hqa-staff-2', 'zephyr-report'],
    ],
    // To open the inbox is what gives each team what is due.
    without: async (world) => (await world.as('hqa-staff-2')).running.inbox({ code: 'ST26' }),
    within: async (world) => {
      const [by, exerciseId] = [await world.as('hqa-staff-2'), await running(world)];
      const { injects } = await by.running.inbox({ code: 'ST26' });
      const injectId = injects[0]?.id ?? '';
      await by.running.answer({ ...command(), exerciseId, injectId, text: 'zephyr-answer' });
      await by.running.report({ ...command(), exerciseId, text: 'zephyr-report', done: '', needs: '' });
    },
  },
];
