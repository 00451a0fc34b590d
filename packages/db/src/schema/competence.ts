import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { courses } from './courses.ts';
import { credentialTemplates, credentialTemplateVersions } from './credential-templates.ts';
import { cohorts } from './learning.ts';
import { markings } from './markings.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';

/** A competency framework in one published version, as imported. */
export const frameworks = pgTable(
  'framework',
  {
    id: id(),
    code: text('code').notNull(),
    version: text('version').notNull(),
    title: text('title').notNull(),
    source: text('source').notNull().default(''),
    licence: text('licence').notNull().default(''),
    /** Over the file, so that the same import changes nothing. */
    digest: text('digest').notNull(),
    importedBy: uuid('imported_by').references(() => people.id),
    importedAt: instant('imported_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('framework_version').on(table.code, table.version)],
);

/** A role, task, knowledge, skill or competence of a framework. */
export const frameworkItems = pgTable(
  'framework_item',
  {
    id: id(),
    frameworkId: uuid('framework_id')
      .notNull()
      .references(() => frameworks.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['category', 'role', 'competence', 'task', 'knowledge', 'skill'] }).notNull(),
    code: text('code').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    /** A corrected file left it out while something was mapped to it: kept for that alone. */
    dropped: boolean('dropped').notNull().default(false),
  },
  (table) => [uniqueIndex('framework_item_code').on(table.frameworkId, table.code)],
);

/** What a role of a framework is made of, at which level where the framework has levels. */
export const frameworkLinks = pgTable(
  'framework_link',
  {
    fromId: uuid('from_id')
      .notNull()
      .references(() => frameworkItems.id, { onDelete: 'cascade' }),
    toId: uuid('to_id')
      .notNull()
      .references(() => frameworkItems.id, { onDelete: 'cascade' }),
    level: integer('level'),
  },
  (table) => [primaryKey({ columns: [table.fromId, table.toId] }), index('framework_link_to').on(table.toId)],
);

/** Work people do: "analyst, national team". Requirements and competencies hang on it. */
export const workRoles = pgTable('work_role', {
  id: id(),
  code: text('code').notNull().unique(),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  createdBy: uuid('created_by').references(() => people.id),
  createdAt: instant('created_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

/** A person does some work from a day to a day. */
export const personWorkRoles = pgTable(
  'person_work_role',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    workRoleId: uuid('work_role_id')
      .notNull()
      .references(() => workRoles.id),
    validFrom: instant('valid_from').notNull(),
    validUntil: instant('valid_until'),
    assignedBy: uuid('assigned_by').references(() => people.id),
  },
  (table) => [
    index('person_work_role_person').on(table.personId),
    index('person_work_role_role').on(table.workRoleId, table.personId),
  ],
);

/** Work somebody aims at, so that what it needs stands beside what they do. Theirs alone to choose. */
export const personAims = pgTable(
  'person_aim',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    workRoleId: uuid('work_role_id')
      .notNull()
      .references(() => workRoles.id, { onDelete: 'cascade' }),
    aimedAt: instant('aimed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.workRoleId] })],
);

/** What teaches, tests or needs a competency: a course, a bank question or category, a work role, an exercise's role. */
export const competencyMaps = pgTable(
  'competency_map',
  {
    id: id(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => frameworkItems.id, { onDelete: 'cascade' }),
    subject: text('subject', {
      enum: ['course', 'question', 'questionCategory', 'workRole', 'exerciseRole'],
    }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** 1 to 5, as e-CF counts proficiency; null where the framework has none. */
    level: integer('level'),
    /** The words it was said of, so that somebody looks again when a later version says something else. */
    said: text('said').notNull().default(''),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('competency_map_one').on(table.subject, table.subjectId, table.itemId),
    index('competency_map_item').on(table.itemId),
    check('competency_map_level', sql`${table.level} between 1 and 5`),
  ],
);

/** Courses in an order that lead somewhere. */
export const learningPaths = pgTable('learning_path', {
  id: id(),
  slug: text('slug').notNull().unique(),
  markingId: uuid('marking_id')
    .notNull()
    .references(() => markings.id),
  titles: jsonb('titles').$type<Record<string, string>>().notNull(),
  summaries: jsonb('summaries').$type<Record<string, string>>().notNull(),
  /** Whether a step opens only when the required ones before it are done. */
  inOrder: integer('in_order').notNull().default(0),
  workRoleId: uuid('work_role_id').references(() => workRoles.id),
  /** Whether completing it earns a credential of its own, and for how many months; null: for ever. */
  awards: boolean('awards').notNull().default(false),
  validityMonths: integer('validity_months'),
  /** How what it awards reads; null: as the house's credentials do. */
  templateId: uuid('template_id').references(() => credentialTemplates.id),
  createdBy: uuid('created_by').references(() => people.id),
  createdAt: instant('created_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
  revision: integer('revision').notNull().default(1),
});

/** One course of a path. */
export const learningPathSteps = pgTable(
  'learning_path_step',
  {
    pathId: uuid('path_id')
      .notNull()
      .references(() => learningPaths.id, { onDelete: 'cascade' }),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    position: integer('position').notNull(),
    required: integer('required').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.pathId, table.courseId] }),
    index('learning_path_step_course').on(table.courseId),
  ],
);

/** A person follows a path; how far they are is computed from their credentials. */
export const pathFollowers = pgTable(
  'path_follower',
  {
    pathId: uuid('path_id')
      .notNull()
      .references(() => learningPaths.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    addedBy: uuid('added_by').references(() => people.id),
    addedAt: instant('added_at').notNull().defaultNow(),
    partyId: uuid('party_id').references(() => parties.id),
  },
  (table) => [
    primaryKey({ columns: [table.pathId, table.personId] }),
    index('path_follower_person').on(table.personId),
  ],
);

/** Everybody in a cohort follows a path, whoever is in it at the time. */
export const pathCohorts = pgTable(
  'path_cohort',
  {
    pathId: uuid('path_id')
      .notNull()
      .references(() => learningPaths.id, { onDelete: 'cascade' }),
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => cohorts.id, { onDelete: 'cascade' }),
    addedBy: uuid('added_by').references(() => people.id),
    addedAt: instant('added_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.pathId, table.cohortId] }),
    index('path_cohort_cohort').on(table.cohortId),
  ],
);

/** What completing a path earned. Its public page is a `credential_proof` like any other's. */
export const pathAwards = pgTable(
  'path_award',
  {
    id: id(),
    pathId: uuid('path_id')
      .notNull()
      .references(() => learningPaths.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    publicId: text('public_id').notNull().unique(),
    issuedAt: instant('issued_at').notNull(),
    validUntil: instant('valid_until'),
    revokedAt: instant('revoked_at'),
    revokedReason: text('revoked_reason'),
    revokedBy: uuid('revoked_by').references(() => people.id),
    /** The version of a template it was given under; null: the house's words. */
    templateId: uuid('template_id'),
    templateVersion: integer('template_version'),
    /** The titles of the required courses, in order, by language, as the path was then. */
    courses: jsonb('courses').$type<Record<string, string>[]>().notNull().default([]),
  },
  (table) => [
    index('path_award_person').on(table.personId, table.pathId, table.id),
    foreignKey({
      name: 'path_award_template',
      columns: [table.templateId, table.templateVersion],
      foreignColumns: [credentialTemplateVersions.templateId, credentialTemplateVersions.number],
    }),
  ],
);
