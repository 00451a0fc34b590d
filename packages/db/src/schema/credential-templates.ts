import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { people } from './people.ts';

/** How credentials of some courses and paths read and look. What it says stands in its versions. */
export const credentialTemplates = pgTable('credential_template', {
  id: id(),
  /** What authors know it by; learners never read it. */
  name: text('name').notNull(),
  createdBy: uuid('created_by').references(() => people.id),
  createdAt: instant('created_at').notNull().defaultNow(),
  /** From then on it is offered no more; where it was chosen it goes on. */
  archivedAt: instant('archived_at'),
  /** The number of its newest version. */
  revision: integer('revision').notNull().default(1),
});

/** One wording of a template, only ever added: a credential keeps the one it was given under. */
export const credentialTemplateVersions = pgTable(
  'credential_template_version',
  {
    templateId: uuid('template_id')
      .notNull()
      .references(() => credentialTemplates.id),
    number: integer('number').notNull(),
    body: jsonb('body').$type<CredentialTemplateBody>().notNull(),
    /** For how many months what is given under it is valid; null: as the course or path says. */
    validityMonths: integer('validity_months'),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.templateId, table.number] }),
    check('credential_template_version_months', sql`${table.validityMonths} > 0`),
  ],
);

type Both = { en: string; fr: string };

/** What a version says: kind of credential, the words around the course, who signs, colour, mark, and what is named. */
export type CredentialTemplateBody = {
  titles: Both;
  wording: Both;
  closing: Both;
  signatory: { name: string; roles: Both } | null;
  accent: 'blue' | 'green' | 'amber' | 'grey';
  mark: 'none' | 'shield' | 'seal';
  names: ('result' | 'hours' | 'version' | 'courses')[];
};
