import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { exerciseColours, exerciseEventKinds, exerciseKinds, languageLevels } from '../enums.ts';
import { id, instant } from './columns.ts';
import { workRoles } from './competence.ts';
import { markings } from './markings.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';

const exerciseId = () =>
  uuid('exercise_id')
    .notNull()
    .references(() => exercises.id, { onDelete: 'cascade' });
const partyId = () =>
  uuid('party_id')
    .notNull()
    .references(() => parties.id);
const person = (name: string) => uuid(name).references(() => people.id);

/**
 * An exercise: a window in a zone, who plans it, and until when seats are asked for and people exchanged. Until
 * `publishedAt` only its staff know of it; from then on whoever its marking lets.
 */
export const exercises = pgTable(
  'exercise',
  {
    id: id(),
    /** As people call it: CS27. */
    code: text('code').notNull().unique(),
    nameEn: text('name_en').notNull(),
    nameFr: text('name_fr').notNull(),
    kind: text('kind', { enum: exerciseKinds }).notNull(),
    summaryEn: text('summary_en').notNull().default(''),
    summaryFr: text('summary_fr').notNull().default(''),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    timeZone: text('time_zone').notNull(),
    place: text('place').notNull().default(''),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at').notNull(),
    /** Until then a person may be exchanged for another of the same party without losing the seat. */
    substitutionUntil: instant('substitution_until').notNull(),
    /** So many days before the start, seats a party has not filled go to who waits; null: never. */
    reofferDays: integer('reoffer_days').default(42),
    /** Read and written by the release before the sheets of `exercise_joining` alone; to go once none of those runs. */
    joiningEn: text('joining_en').notNull().default(''),
    joiningFr: text('joining_fr').notNull().default(''),
    publishedAt: instant('published_at'),
    cancelledAt: instant('cancelled_at'),
    cancelReason: text('cancel_reason').notNull().default(''),
    createdBy: person('created_by'),
    createdAt: instant('created_at').notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    index('exercise_start').on(table.startsAt, table.id),
    index('exercise_marking').on(table.markingId),
    check(
      'exercise_order',
      sql`${table.endsAt} > ${table.startsAt} and ${table.closesAt} <= ${table.endsAt}
      and ${table.substitutionUntil} <= ${table.endsAt}
      and (${table.opensAt} is null or ${table.opensAt} < ${table.closesAt})`,
    ),
  ],
);

/** A part people play, in the colours of the published vocabulary, with what it needs beside its requirement. */
export const exerciseRoles = pgTable(
  'exercise_role',
  {
    id: id(),
    exerciseId: exerciseId(),
    position: integer('position').notNull(),
    colour: text('colour', { enum: exerciseColours }).notNull(),
    nameEn: text('name_en').notNull(),
    nameFr: text('name_fr').notNull(),
    /** The fewest with which the part can be played. */
    minimum: integer('minimum').notNull().default(0),
    /** Seats that belong to no party. */
    sharedSeats: integer('shared_seats').notNull().default(0),
    /** A work role whoever plays it must hold. */
    workRoleId: uuid('work_role_id').references(() => workRoles.id),
    /** A language whoever plays it must work in (ISO 639-1), and how well at least. */
    language: text('language'),
    languageLevel: text('language_level', { enum: languageLevels }),
  },
  (table) => [
    check('exercise_role_language', sql`(${table.language} is null) = (${table.languageLevel} is null)`),
    index('exercise_role_exercise').on(table.exerciseId, table.position),
    check('exercise_role_seats', sql`${table.minimum} >= 0 and ${table.sharedSeats} >= 0`),
  ],
);

/** Seats a party has in a role, the fewest it is asked to fill and the most. */
export const exerciseRoleParties = pgTable(
  'exercise_role_party',
  {
    roleId: uuid('role_id')
      .notNull()
      .references(() => exerciseRoles.id, { onDelete: 'cascade' }),
    partyId: partyId(),
    minimum: integer('minimum').notNull().default(0),
    seats: integer('seats').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roleId, table.partyId] }),
    check('exercise_role_party_seats', sql`${table.minimum} between 0 and ${table.seats}`),
  ],
);

/** A party that takes part. Partners and observers do by agreement: invited, then agreed. */
export const exerciseParties = pgTable(
  'exercise_party',
  {
    exerciseId: exerciseId(),
    partyId: partyId(),
    standing: text('standing', { enum: ['participant', 'partner', 'observer'] }).notNull(),
    invitedAt: instant('invited_at').notNull(),
    agreedBy: person('agreed_by'),
    agreedAt: instant('agreed_at'),
  },
  (table) => [primaryKey({ columns: [table.exerciseId, table.partyId] })],
);

/** People who play together: of one nation, or of several. */
export const exerciseTeams = pgTable(
  'exercise_team',
  {
    id: id(),
    exerciseId: exerciseId(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    colour: text('colour', { enum: exerciseColours }).notNull(),
    partyIds: uuid('party_ids').array().notNull().default(sql`'{}'`),
  },
  (table) => [uniqueIndex('exercise_team_name').on(table.exerciseId, table.name)],
);

/** What the exercise is to show: injects, marks and observations name it. */
export const exerciseObjectives = pgTable(
  'exercise_objective',
  {
    id: id(),
    exerciseId: exerciseId(),
    position: integer('position').notNull(),
    titleEn: text('title_en').notNull(),
    titleFr: text('title_fr').notNull(),
  },
  (table) => [index('exercise_objective_exercise').on(table.exerciseId, table.position)],
);

/** A planning conference, a site visit, a hot wash: with place or link, in its own zone. */
export const exerciseEvents = pgTable(
  'exercise_event',
  {
    id: id(),
    exerciseId: exerciseId(),
    kind: text('kind', { enum: exerciseEventKinds }).notNull(),
    title: text('title').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    timeZone: text('time_zone').notNull(),
    place: text('place').notNull().default(''),
    link: text('link').notNull().default(''),
    /** Whom it is for: planners, who holds a seat as well, or all who may read of the exercise. */
    audience: text('audience', { enum: ['staff', 'holders', 'all'] }).notNull(),
  },
  (table) => [
    index('exercise_event_exercise').on(table.exerciseId, table.startsAt),
    check('exercise_event_order', sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

/**
 * The ledger of one role's seats: append-only, in the one order of `place`. Who holds a seat follows from it by
 * `allocate` (DESIGN 3, invariant 5), as for cohorts.
 */
export const exerciseSeatEntries = pgTable(
  'exercise_seat_entry',
  {
    id: id(),
    exerciseId: exerciseId(),
    roleId: uuid('role_id')
      .notNull()
      .references(() => exerciseRoles.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    kind: text('kind', {
      enum: [
        'request',
        'coordinatorAgreed',
        'directorAgreed',
        'refused',
        'withdrawn',
        'quota',
        'shared',
        'reoffered',
        'moved',
        'settings',
        'substituted',
      ],
    }).notNull(),
    partyId: uuid('party_id').references(() => parties.id),
    personId: person('person_id'),
    /** Of a substitution: whom the person takes the place of. */
    replacesId: person('replaces_id'),
    seats: integer('seats'),
    /** Of settings: when unfilled seats open to all from here on (null: never). */
    reofferAt: instant('reoffer_at'),
    urgent: boolean('urgent').notNull().default(false),
    reason: text('reason').notNull().default(''),
    actorId: person('actor_id'),
    at: instant('at').notNull(),
  },
  (table) => [
    uniqueIndex('exercise_seat_entry_place').on(table.roleId, table.place),
    index('exercise_seat_entry_person').on(table.personId, table.exerciseId),
    check(
      'exercise_seat_entry_replaces',
      sql`(${table.kind} = 'substituted') = (${table.replacesId} is not null)`,
    ),
    check('exercise_seat_entry_settings', sql`${table.reofferAt} is null or ${table.kind} = 'settings'`),
  ],
);

/** Who holds a seat at this moment: written with the line of the ledger from which it follows. */
export const exerciseSeats = pgTable(
  'exercise_seat',
  {
    roleId: uuid('role_id')
      .notNull()
      .references(() => exerciseRoles.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    exerciseId: exerciseId(),
    partyId: partyId(),
    teamId: uuid('team_id').references(() => exerciseTeams.id, { onDelete: 'set null' }),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roleId, table.personId] }),
    uniqueIndex('exercise_seat_one').on(table.exerciseId, table.personId),
    index('exercise_seat_person').on(table.personId),
  ],
);

/**
 * Somebody came or went, as the door's device saw it; its id is the device's, so that what is sent twice counts once.
 * Only added to.
 */
export const exerciseCheckIns = pgTable(
  'exercise_check_in',
  {
    id: id(),
    exerciseId: exerciseId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['in', 'out'] }).notNull(),
    /** By the device's clock, which may have had no network. */
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    checkedBy: person('checked_by').notNull(),
  },
  (table) => [index('exercise_check_in_exercise').on(table.exerciseId, table.personId, table.at)],
);
