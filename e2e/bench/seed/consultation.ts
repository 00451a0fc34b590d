import { keyring, sealContribution } from '@concord/api/testing/bench';
import type postgres from 'postgres';
import type { Size } from '../size.ts';
import { type SeededText, seedText } from './consulted.ts';
import { idAt } from './ids.ts';
import { digestOf } from './people.ts';
import { benchTexts, RARE_TIMES, TEXTS } from './texts.ts';

const BATCH = 5_000;
/** Threads that are written in at the same time: a thread's entries lie between those of its neighbours. */
const AT_ONCE = 50;
const DAY = 86_400_000;
/** One entry in ten is for fewer nations than its thread. */
const NARROW_EVERY = 10;

interface Thread {
  id: string;
  body: string;
  key: Buffer;
}

/** What the bench asks for in the consultation. */
export interface SeededConsultation {
  marking: string;
  bodyCode: string;
  /** Sixteen threads of the body all readers are in, a thousand contributions each. */
  threads: string[];
  /** A long text under consultation in that body. */
  text: SeededText;
  /** What sealing and writing the contributions took, in milliseconds. */
  sealing: number;
  writing: number;
}

/** A marking for all nations, one for all but two of those the sixteen are of, and some for other nations. */
export async function seedMarkings(sql: postgres.Sql): Promise<{ all: string; narrow: string }> {
  const parties = await sql<{ id: string }[]>`select id from party order by code`;
  const ids = parties.map(({ id }) => id);
  const sets = [ids, ids.filter((_, index) => index !== 3 && index !== 4)];
  for (let first = 0; first < 30; first += 1) sets.push([...ids.slice(first, first + 3)]);
  const made: string[] = [];
  for (const set of sets) {
    const id = idAt(Date.now());
    await sql`insert into marking (id, level, releasable_to, originator, digest)
      values (${id}, 0, ${set}::uuid[], ${set[0] ?? ''}, ${digestOf(set.join())})`;
    made.push(id);
  }
  return { all: made[0] ?? '', narrow: made[1] ?? '' };
}

/** Bodies, their people, threads, and every contribution sealed for itself. */
export async function seedConsultation(
  sql: postgres.Sql,
  { size, kek, markings }: { size: Size; kek: Buffer; markings: { all: string; narrow: string } },
): Promise<SeededConsultation> {
  const bodies = await seedBodies(sql, size);
  const text = await seedText(sql, { kek, marking: markings.all, body: bodies[0] ?? '' });
  const threads = await seedThreads(sql, { size, kek, bodies, marking: markings.all });
  const times = await seedContributions(sql, { size, threads, markings });
  await sql`update thread set last_place = ${size.length}`;
  await sql`insert into thread_reading (person_id, thread_id, last_place)
    select s.person_id, t.id, case when hashtext(s.person_id::text || t.id::text) % 5 = 0 then 0
      else ${size.length}::int - abs(hashtext(t.id::text || s.person_id::text)) % 40 end
    from session s cross join thread t where t.body_id = ${bodies[0] ?? ''} and hashtext(t.id::text) % 4 <> 0`;
  return {
    marking: markings.all,
    bodyCode: 'BENCH1',
    text,
    threads: threads.filter(({ body }) => body === bodies[0]).map(({ id }) => id),
    ...times,
  };
}

async function seedBodies(sql: postgres.Sql, size: Size): Promise<string[]> {
  const bodies = Array.from({ length: size.bodies }, () => idAt(Date.now()));
  await sql`insert into body (id, code, name_en, name_fr, time_zone, working_hours)
    select id, 'BENCH' || n, 'Bench body ' || n, 'Organe ' || n, 'Europe/Brussels', '{"from":"09:00","to":"18:00","days":[1,2,3,4,5]}'
    from unnest(${bodies}::uuid[]) with ordinality as x(id, n)`;
  await sql`insert into body_member (body_id, party_id, valid_from)
    select b.id, p.id, now() - interval '1 year' from body b cross join party p`;
  await sql`insert into appointment (id, person_id, role, scope, scope_id, valid_from)
    select uuidv7(), p.id, 'delegate', 'body', (${bodies}::uuid[])[case when s.id is null then p.n % ${size.bodies}::int else 0 end + 1],
      now() - interval '1 day'
    from bench_person p left join session s on s.person_id = p.id`;
  return bodies;
}

async function seedThreads(
  sql: postgres.Sql,
  { size, kek, bodies, marking }: { size: Size; kek: Buffer; bodies: string[]; marking: string },
): Promise<Thread[]> {
  const keys = keyring(kek);
  const begun = Date.now() - 400 * DAY;
  const made = Array.from({ length: size.threads }, (_, index) => {
    const id = idAt(begun + index);
    return { id, body: bodies[index % bodies.length] ?? '', ...keys.create(id) };
  });
  const ids = made.map(({ id }) => id);
  await sql`insert into thread (id, body_id, title, marking_id, need_to_know, created_by, created_at)
    select x.id, x.body, 'Thread ' || x.n, ${marking}, 'body', p.id, now() - interval '400 days'
    from unnest(${ids}::uuid[], ${made.map(({ body }) => body)}::uuid[]) with ordinality as x(id, body, n)
    join bench_person p on p.n = 1`;
  await sql`insert into container_key (container_id, wrapped, kek_id)
    select id, decode(wrapped, 'base64'), ${keys.kekId}
    from unnest(${ids}::uuid[], ${made.map(({ wrapped }) => wrapped.toString('base64'))}::text[]) as x(id, wrapped)`;
  return made;
}

interface Row {
  id: string;
  thread: string;
  place: number;
  author: number;
  narrow: number;
  text: number;
  at: number;
  sealed: string;
}

async function seedContributions(
  sql: postgres.Sql,
  {
    size,
    threads,
    markings,
  }: { size: Size; threads: readonly Thread[]; markings: { all: string; narrow: string } },
): Promise<{ sealing: number; writing: number }> {
  const texts = benchTexts();
  await sql`create table bench_text as select n::int - 1 as n, to_tsvector('simple', unaccent(source)) as words
    from unnest(${texts.map(({ source }) => source)}::text[]) with ordinality as x(source, n)`;
  await sql`create table bench_contribution (id uuid, text integer)`;
  await sql`drop index search_entry_words`;
  const begun = Date.now();
  let sealing = 0;
  const pending = new Set<Promise<void>>();
  let rows: Row[] = [];
  const flush = async () => {
    const batch = rows;
    rows = [];
    const write = writeBatch(sql, batch, markings).finally(() => pending.delete(write));
    pending.add(write);
    if (pending.size >= 2) await Promise.race(pending);
  };
  for (const one of inOrder(size, threads)) {
    const started = process.hrtime.bigint();
    rows.push(sealedRow(one, texts, size));
    sealing += Number(process.hrtime.bigint() - started) / 1e6;
    if (rows.length >= BATCH) await flush();
  }
  await flush();
  await Promise.all(pending);
  await indexWords(sql);
  return { sealing: Math.round(sealing), writing: Date.now() - begun };
}

/** Groups of threads one after the other; within a group, everybody writes in turn. */
function* inOrder(size: Size, threads: readonly Thread[]) {
  let count = 0;
  for (let first = 0; first < threads.length; first += AT_ONCE) {
    const group = threads.slice(first, first + AT_ONCE);
    for (let place = 1; place <= size.length; place += 1) {
      for (const thread of group) {
        count += 1;
        yield { thread, place, count };
      }
    }
  }
}

function sealedRow(
  { thread, place, count }: { thread: Thread; place: number; count: number },
  texts: ReturnType<typeof benchTexts>,
  size: Size,
): Row {
  const total = size.threads * size.length;
  const at = Date.now() - 300 * DAY + Math.floor((count / total) * 299 * DAY);
  const id = idAt(at);
  const rare = count % (Math.floor(total / RARE_TIMES) + 1) === 7;
  const text = rare ? TEXTS : (count * 7) % TEXTS;
  const content = texts[text]?.content ?? Buffer.alloc(0);
  return {
    id,
    thread: thread.id,
    place,
    author: 1 + ((count * 31) % Math.min(size.people, 200)),
    narrow: count % NARROW_EVERY === 3 ? 1 : 0,
    text,
    at,
    sealed: sealContribution(thread.key, content, id).toString('base64'),
  };
}

async function writeBatch(
  sql: postgres.Sql,
  rows: readonly Row[],
  markings: { all: string; narrow: string },
): Promise<void> {
  const column = <Key extends keyof Row>(key: Key) => rows.map((row) => row[key]);
  await sql`insert into contribution (id, thread_id, place, author_id, party_id, marking_id, sealed, created_at)
    select x.id, x.thread, x.place, p.id, p.party_id, case when x.narrow = 1 then ${markings.narrow}::uuid else ${markings.all}::uuid end,
      decode(x.sealed, 'base64'), to_timestamp(x.at / 1000.0)
    from unnest(${column('id')}::uuid[], ${column('thread')}::uuid[], ${column('place')}::int[], ${column('author')}::int[],
      ${column('narrow')}::int[], ${column('sealed')}::text[], ${column('at')}::bigint[])
      as x(id, thread, place, author, narrow, sealed, at)
    join bench_person p on p.n = x.author`;
  await sql`insert into bench_contribution
    select * from unnest(${column('id')}::uuid[], ${column('text')}::int[])`;
}

/** The index of words, as contributions of an unclassified level have it: filled first, indexed after. */
async function indexWords(sql: postgres.Sql): Promise<void> {
  await sql`insert into search_entry (contribution_id, thread_id, marking_id, party_id, created_at, words)
    select c.id, c.thread_id, c.marking_id, c.party_id, c.created_at, t.words
    from bench_contribution b join contribution c on c.id = b.id join bench_text t on t.n = b.text`;
  await sql.begin(async (tx) => {
    await tx`set local maintenance_work_mem = '512MB'`;
    await tx`create index search_entry_words on search_entry using gin (words)`;
  });
  await sql`drop table bench_contribution`;
}
