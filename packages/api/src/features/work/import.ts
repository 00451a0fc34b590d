import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { endOfDay, startOfDay } from '../../days.ts';
import { AppError, found } from '../../errors.ts';
import { makesRequirements } from '../../policies/requirements.ts';
import { record } from '../../record/record.ts';
import { allianceZone } from '../../settings/zone.ts';
import { partiesSeen } from '../readiness/scope.ts';
import { giveAll } from './commands.ts';
import { type FileProblem, lineProblem, readWork, type WorkLine, type WorkProblem } from './rules.ts';

type Read = {
  line: WorkLine;
  problem: WorkProblem | null;
  personId: string;
  workRoleId: string;
  name: string;
};

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Reads a file of who does which work. People are found by e-mail, or by names and party, among those the reader acts for. */
async function readFile(
  ctx: SignedIn,
  content: string,
): Promise<{ problem: FileProblem | null; read: Read[] }> {
  found(makesRequirements(ctx.actor) || undefined);
  const { lines, problem } = readWork(content);
  if (problem) return { problem, read: [] };
  const parties = (await partiesSeen(ctx)).map(({ id }) => id);
  const people = await ctx.tx.execute<{
    id: string;
    email: string | null;
    family: string;
    given: string;
    party: string;
  }>(sql`
    select p.id, a.email, p.family_name as family, p.given_name as given, y.code as party
    from person p join party y on y.id = p.party_id left join account a on a.person_id = p.id
    where (p.ended_at is null or p.ended_at > now())
      and p.party_id in (select jsonb_array_elements_text(${JSON.stringify(parties)}::jsonb)::uuid)`);
  const work = await ctx.tx.execute<{ id: string; code: string; en: string; fr: string }>(sql`
    select r.id, r.code, r.name_en as en, r.name_fr as fr from work_role r where r.archived_at is null`);
  const workBy = new Map(
    [...work].flatMap((one) => [one.code, one.en, one.fr].map((key) => [folded(key), one.id])),
  );
  const byKey = new Map<string, { id: string; name: string }[]>();
  for (const person of people) {
    const entry = { id: person.id, name: `${person.family}, ${person.given}` };
    const keys = [person.email && `mail ${folded(person.email)}`, nameKey(person)];
    for (const key of keys) if (key) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  const read = lines.map((line): Read => {
    const own = lineProblem(line);
    const matches = byKey.get(line.email ? `mail ${folded(line.email)}` : nameKey(line)) ?? [];
    const workRoleId = workBy.get(folded(line.work)) ?? '';
    const later = matches.length === 0 ? 'personUnknown' : matches.length > 1 ? 'personTwice' : null;
    const problem = own ?? later ?? (workRoleId === '' ? 'workUnknown' : null);
    return { line, problem, personId: matches[0]?.id ?? '', workRoleId, name: matches[0]?.name ?? '' };
  });
  return { problem: null, read };
}

const nameKey = ({ family, given, party }: { family: string; given: string; party: string }) =>
  `name ${folded(family)} ${folded(given)} ${folded(party)}`;

/** What a file would do, line by line. Nothing is written. */
export async function previewWork(ctx: SignedIn, content: string) {
  const { problem, read } = await readFile(ctx, content);
  return {
    problem,
    ready: read.filter((one) => one.problem === null).length,
    lines: read.slice(0, 500).map(({ line, problem: wrong, name }) => ({
      line: line.line,
      person: name || line.email || `${line.family}, ${line.given}`,
      work: line.work,
      problem: wrong,
    })),
  };
}

/** Gives the work a file says, all of its lines or none. */
export async function importWork(ctx: SignedIn, content: string) {
  const { problem, read } = await readFile(ctx, content);
  if (problem || read.some((one) => one.problem !== null))
    throw new AppError('BAD_REQUEST', 'work.fileProblems');
  const zone = await allianceZone(ctx);
  const given = await giveAll(
    ctx,
    read.map(({ line, personId, workRoleId }) => ({
      personId,
      workRoleId,
      validFrom: line.from === '' ? ctx.now : startOfDay(line.from, zone),
      validUntil: line.until === '' ? null : endOfDay(line.until, zone),
    })),
  );
  await record(ctx, { action: 'work.import', subject: 'workRole', details: { lines: read.length, given } });
  return { given };
}
