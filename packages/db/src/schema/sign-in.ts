import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { accounts } from './people.ts';

/** Who a person is at an identity provider (OpenID Connect): an issuer's subject belongs to one person here. */
export const identities = pgTable(
  'identity',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => accounts.personId, { onDelete: 'cascade' }),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    linkedAt: instant('linked_at').notNull().defaultNow(),
    usedAt: instant('used_at'),
  },
  (table) => [
    uniqueIndex('identity_subject').on(table.issuer, table.subject),
    uniqueIndex('identity_person').on(table.personId, table.issuer),
  ],
);

/** A passkey of a person: the public half, and how often it says it was used. */
export const passkeys = pgTable(
  'passkey',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => accounts.personId, { onDelete: 'cascade' }),
    credentialId: text('credential_id').notNull().unique(),
    publicKey: bytea('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull().default(0),
    transports: text('transports').array().notNull().default(sql`'{}'`),
    /** Whether the browser's maker keeps a copy that follows the person to other devices. */
    synced: boolean('synced').notNull().default(false),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    usedAt: instant('used_at'),
  },
  (table) => [index('passkey_person').on(table.personId)],
);

/** A question that a passkey must answer: used once, within minutes. It belongs to nobody before sign-in. */
export const passkeyChallenges = pgTable(
  'passkey_challenge',
  {
    id: id(),
    personId: uuid('person_id').references(() => accounts.personId, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ['register', 'enter'] }).notNull(),
    challenge: text('challenge').notNull().unique(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('passkey_challenge_age').on(table.expiresAt),
    index('passkey_challenge_person').on(table.personId),
    check('passkey_challenge_owner', sql`${table.purpose} = 'enter' or ${table.personId} is not null`),
  ],
);
