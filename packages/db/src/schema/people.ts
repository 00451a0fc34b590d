import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { languageLevels } from '../enums.ts';
import { bytea, id, instant } from './columns.ts';
import { exercises } from './exercises.ts';
import { levels } from './markings.ts';
import { parties } from './parties.ts';

/** A person's public identity: what anyone signed in may see of a colleague. */
export const people = pgTable(
  'person',
  {
    id: id(),
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    /** In Latin letters, where the name is written in another script. */
    latinName: text('latin_name'),
    jobTitle: text('job_title').notNull().default(''),
    /** Null while active; the instant from which the person has no access at all. */
    endedAt: instant('ended_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('person_party').on(table.partyId, table.id),
    index('person_family').on(table.familyName, table.id),
  ],
);

/** How a person signs in and likes the portal; read by the person and by those who manage access. */
export const accounts = pgTable(
  'account',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    email: text('email').notNull().unique(),
    /** Null until the invitation is accepted. */
    activatedAt: instant('activated_at'),
    locale: text('locale', { enum: ['en', 'fr'] })
      .notNull()
      .default('en'),
    theme: text('theme', { enum: ['system', 'light', 'dark'] })
      .notNull()
      .default('system'),
    timeZone: text('time_zone').notNull(),
    secondFactorAt: instant('second_factor_at'),
    /** Set while an administrator took the second factor away: the person must set one up again. */
    factorResetAt: instant('factor_reset_at'),
    /** Mail for each notice, one a day, or none at all. */
    mailing: text('mailing', { enum: ['each', 'daily', 'none'] })
      .notNull()
      .default('daily'),
    /** The hour of the day, in the person's zone, at which the daily mail goes. */
    digestHour: integer('digest_hour').notNull().default(7),
  },
  (table) => [check('account_email_lower', sql`${table.email} = lower(${table.email})`)],
);

/** Password hash and second factor; touched only by sign-in. */
export const accountSecrets = pgTable('account_secret', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => accounts.personId, { onDelete: 'cascade' }),
  passwordHash: text('password_hash'),
  passwordChangedAt: instant('password_changed_at'),
  /** TOTP secret, sealed with the key-encryption key. */
  totpSealed: bytea('totp_sealed'),
  totpConfirmedAt: instant('totp_confirmed_at'),
  /** The last TOTP time step that was accepted: a code counts once (RFC 6238, section 5.2). */
  totpLastStep: integer('totp_last_step'),
});

/** Single-use codes for the day the second factor is lost, stored hashed. */
export const recoveryCodes = pgTable(
  'recovery_code',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => accounts.personId, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('recovery_code_person').on(table.personId)],
);

/** Links sent by mail: single use, short life, one purpose, stored hashed. */
export const mailLinks = pgTable(
  'mail_link',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ['invitation', 'reset'] }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('mail_link_person').on(table.personId)],
);

/** A signed-in browser. The token is stored hashed; the row's end is the session's end. */
export const sessions = pgTable(
  'session',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    strength: integer('strength').notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Touched at most once a minute. */
    seenAt: instant('seen_at').notNull().defaultNow(),
    idleSeconds: integer('idle_seconds').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When the person last proved who they are: what step-up asks. */
    verifiedAt: instant('verified_at').notNull().defaultNow(),
    device: text('device').notNull().default(''),
    address: text('address').notNull().default(''),
    revokedAt: instant('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => people.id),
    /** The exercise this browser is inside of: its consultation is then the only one there is. */
    exerciseId: uuid('exercise_id').references((): AnyPgColumn => exercises.id, { onDelete: 'set null' }),
  },
  (table) => [index('session_person').on(table.personId, table.createdAt)],
);

/** A person holds a role for a scope from an instant to an instant. All rights come from here. */
export const appointments = pgTable(
  'appointment',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    role: text('role').notNull(),
    scope: text('scope', { enum: ['alliance', 'party', 'body', 'course', 'cohort', 'exercise'] }).notNull(),
    /** The party, body, course or cohort; null for the alliance as a whole. */
    scopeId: uuid('scope_id'),
    validFrom: instant('valid_from').notNull(),
    validUntil: instant('valid_until'),
    appointedBy: uuid('appointed_by').references(() => people.id),
    /** What a delegate may do for the nation besides speaking: 'position', 'break'. The head of a delegation may all. */
    powers: text('powers').array().notNull().default(sql`'{}'`),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Counts changes: two administrators editing one appointment find out. */
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    index('appointment_person').on(table.personId),
    index('appointment_scope').on(table.scopeId, table.role),
    check('appointment_scope_id', sql`(${table.scope} = 'alliance') = (${table.scopeId} is null)`),
    check('appointment_powers', sql`${table.powers} <@ array['position', 'break']`),
    check('appointment_order', sql`${table.validUntil} is null or ${table.validUntil} >= ${table.validFrom}`),
    uniqueIndex('appointment_open')
      .on(table.personId, table.role, sql`coalesce(${table.scopeId}, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`${table.validUntil} is null`),
  ],
);

/** A clearance level and caveats a party vouches for, with who attested it and until when. */
export const attestations = pgTable(
  'attestation',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    level: integer('level')
      .notNull()
      .references(() => levels.rank),
    caveats: text('caveats').array().notNull().default(sql`'{}'`),
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    attestedBy: uuid('attested_by').references(() => people.id),
    validFrom: instant('valid_from').notNull(),
    validUntil: instant('valid_until').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('attestation_person').on(table.personId, table.validUntil)],
);

/** A CSV of people: read, previewed, then written in steps that may be repeated. */
export const peopleImports = pgTable('people_import', {
  id: id(),
  createdBy: uuid('created_by').references(() => people.id),
  fileName: text('file_name').notNull(),
  encoding: text('encoding').notNull(),
  cohortId: uuid('cohort_id'),
  createdAt: instant('created_at').notNull().defaultNow(),
  finishedAt: instant('finished_at'),
});

/** One line of such a file with what is wrong with it, and the person it became. */
export const peopleImportRows = pgTable(
  'people_import_row',
  {
    id: id(),
    importId: uuid('import_id')
      .notNull()
      .references(() => peopleImports.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    values: text('values').notNull(),
    problems: text('problems').notNull().default('[]'),
    outcome: text('outcome', { enum: ['ready', 'problem', 'created', 'updated', 'unchanged'] }).notNull(),
    personId: uuid('person_id').references(() => people.id),
    doneAt: instant('done_at'),
  },
  (table) => [uniqueIndex('people_import_row_line').on(table.importId, table.line)],
);

/** A language a person says they work in (ISO 639-1), and how well. */
export const personLanguages = pgTable(
  'person_language',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    language: text('language').notNull(),
    level: text('level', { enum: languageLevels }).notNull(),
    statedAt: instant('stated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.language] })],
);
