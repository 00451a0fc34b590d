import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from '@concord/api/auth/passwords';
import { storedToken } from '@concord/api/testing/bench';
import type postgres from 'postgres';
import { CONNECTIONS, type Size } from '../size.ts';

/** A person the bench signs in as. */
export interface Reader {
  id: string;
  email: string;
  token: string;
}

/** The password of those who ask; it opens nothing but a bench. */
export const PASSWORD = 'bench only: marble otter 58';

const NATIONS = 32;

/** Nations, people with accounts and attested levels, and sessions of those who read. */
export async function seedPeople(sql: postgres.Sql, size: Size): Promise<Reader[]> {
  await sql`insert into party (id, code, kind, name_en, name_fr, time_zone, ally)
    select uuidv7(), 'B' || lpad(n::text, 2, '0'), 'nation', 'Nation ' || n, 'Nation ' || n, 'Europe/Brussels', true
    from generate_series(1, ${NATIONS}::int) n`;
  await sql`insert into person (id, party_id, given_name, family_name, job_title)
    select uuidv7(), p.id, 'Ada ' || n, 'Marlow ' || n, 'Desk officer'
    from generate_series(1, ${size.people}::int) n
    join party p on p.code = 'B' || lpad((n % ${NATIONS}::int + 1)::text, 2, '0')`;
  await sql`create table if not exists bench_person as
    select id, party_id, row_number() over (order by split_part(given_name, ' ', 2)::int)::int as n from person`;
  await sql`insert into account (person_id, email, activated_at, time_zone)
    select id, 'person' || n || '@bench.example', now(), 'Europe/Brussels' from bench_person`;
  await sql`insert into attestation (id, person_id, level, party_id, valid_from, valid_until)
    select uuidv7(), id, 1, party_id, now() - interval '1 day', now() + interval '1 year' from bench_person`;
  await sql`insert into account_secret (person_id, password_hash, password_changed_at)
    select id, ${await hashPassword(PASSWORD)}, now() from bench_person where n <= ${CONNECTIONS}`;
  return seedSessions(sql, size);
}

async function seedSessions(sql: postgres.Sql, size: Size): Promise<Reader[]> {
  const people = await sql<{ id: string; n: number }[]>`
    select id, n from bench_person where n <= ${Math.min(size.people, Math.max(CONNECTIONS + size.readers, size.learners))} order by n`;
  const readers = people.map(({ id, n }) => ({
    id,
    email: `person${n}@bench.example`,
    token: randomBytes(32).toString('base64url'),
  }));
  await sql`insert into session (id, person_id, token_hash, strength, idle_seconds, expires_at, device)
    select uuidv7(), p, t, 2, 86400, now() + interval '1 day', 'Bench'
    from unnest(${readers.map(({ id }) => id)}::uuid[], ${readers.map(({ token }) => storedToken(token))}::text[]) as x(p, t)`;
  await sql`insert into notification (id, person_id, kind, params, created_at)
    select uuidv7(make_interval(mins => -n)), s.person_id, 'enrolled', '{}', now() - make_interval(mins => n)
    from session s cross join generate_series(1, 20) n`;
  return readers;
}

/** A digest for what is made in bulk. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
