import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { surveyKinds } from '../enums.ts';
import { bytea, id, instant } from './columns.ts';
import { exercises } from './exercises.ts';
import { people } from './people.ts';

/** Questions to those who took part in an exercise. Results are shown from `threshold` answers on, never names. */
export const surveys = pgTable(
  'exercise_survey',
  {
    id: id(),
    exerciseId: uuid('exercise_id')
      .notNull()
      .references(() => exercises.id, { onDelete: 'cascade' }),
    titleEn: text('title_en').notNull(),
    titleFr: text('title_fr').notNull(),
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    threshold: integer('threshold').notNull().default(5),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('exercise_survey_exercise').on(table.exerciseId, table.id),
    check('exercise_survey_order', sql`${table.closesAt} > ${table.opensAt}`),
    check('exercise_survey_threshold', sql`${table.threshold} between 3 and 100`),
  ],
);

/** One question: a scale from 1 to 5, one of several choices, or a text. */
export const surveyQuestions = pgTable(
  'exercise_survey_question',
  {
    id: id(),
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind', { enum: surveyKinds }).notNull(),
    wordsEn: text('words_en').notNull(),
    wordsFr: text('words_fr').notNull(),
    choicesEn: text('choices_en').array().notNull().default(sql`'{}'`),
    choicesFr: text('choices_fr').array().notNull().default(sql`'{}'`),
    required: boolean('required').notNull().default(true),
  },
  (table) => [
    index('exercise_survey_question_survey').on(table.surveyId, table.position),
    check(
      'exercise_survey_question_choices',
      sql`(${table.kind} = 'choice') = (cardinality(${table.choicesEn}) > 1)`,
    ),
    check(
      'exercise_survey_question_pairs',
      sql`cardinality(${table.choicesEn}) = cardinality(${table.choicesFr})`,
    ),
  ],
);

/** One answer, of nobody: no person, no time, an id of chance, so that nothing says whose it is. */
export const surveyAnswers = pgTable(
  'exercise_survey_answer',
  {
    id: id(),
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [index('exercise_survey_answer_survey').on(table.surveyId)],
);

/** That somebody has answered: so that nobody does so twice. */
export const surveyTakers = pgTable(
  'exercise_survey_taker',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.personId] }),
    index('exercise_survey_taker_person').on(table.personId),
  ],
);
