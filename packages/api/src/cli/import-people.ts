import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { cohorts } from '@concord/db/schema/learning';
import { asWorker, type Context } from '../context.ts';
import { prepareImport } from '../features/imports/prepare.ts';
import { importById } from '../features/imports/queries.ts';
import { writeChunk } from '../features/imports/write.ts';
import { foldName } from '../features/people/columns.ts';
import { type Services, withServices } from '../services.ts';
import { withInstallation } from './launch/installation.ts';
import { peopleProblem } from './people-sentences.ts';
import { EXIT, Refusal, say, sayJson, type Verb } from './verb.ts';

type Answer = Awaited<ReturnType<typeof importById>>;

/** Brings in people from a CSV, by the same steps as the page. */
export const verb: Verb = {
  usage: '<csv> [--cohort <name>] [--dry-run] [--json]',
  help: [
    'Reads a CSV of people (commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252) and writes the lines without',
    'problems, fifty at a time. Run again with the same file, it doubles nobody: people are known by e-mail address.',
    '',
    '  --cohort   place them in this cohort, by either of its names',
    '  --dry-run  read and report only; nobody is created or changed',
  ],
  options: { json: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, cohort: { type: 'string' } },
  values: [1, 1],
  async run({ flags, values: [path = ''] }) {
    const from = resolve(path);
    const bytes = await readFile(from).catch(() => {
      throw new Refusal(`There is no file to read at ${from}.`);
    });
    const cohort = typeof flags.cohort === 'string' ? flags.cohort : null;
    const wish = { bytes, fileName: basename(from), cohort, dry: flags['dry-run'] === true };
    const answer = await withInstallation((settings) =>
      withServices(settings, (services) => bring(services, wish)),
    );
    if (flags.json) sayJson(answer);
    else tell(answer);
    return answer.problem > 0 || answer.lines === 0 ? EXIT.failure : EXIT.ok;
  },
};

type Wish = { bytes: Uint8Array; fileName: string; cohort: string | null; dry: boolean };

async function bring(services: Services, { bytes, fileName, cohort, dry }: Wish): Promise<Answer> {
  const { importId } = await asWorker(services, async (ctx) =>
    prepareImport(ctx, {
      fileName,
      bytes,
      cohortId: cohort === null ? null : await cohortNamed(ctx, cohort),
    }),
  );
  let remaining = dry ? 0 : 1;
  while (remaining > 0) ({ remaining } = await asWorker(services, (ctx) => writeChunk(ctx, importId)));
  return asWorker(services, (ctx) => importById(ctx, importId));
}

async function cohortNamed({ tx }: Context, name: string): Promise<string> {
  const wanted = foldName(name);
  const all = await tx.select().from(cohorts);
  const found = all.find(
    ({ id, nameEn, nameFr }) => id === name || [nameEn, nameFr].some((one) => foldName(one) === wanted),
  );
  if (!found) throw new Refusal(`There is no cohort "${name}".`);
  return found.id;
}

function tell(answer: Answer): void {
  say(`${answer.fileName}: ${answer.lines} lines, read as ${answer.encoding}.`);
  for (const problem of answer.problems) say(`  line ${problem.line}: ${peopleProblem(problem)}`);
  if (answer.ahead)
    say(
      `Not written: ${answer.ahead.created} to create, ${answer.ahead.updated} to change, ${answer.ahead.unchanged} as they are.`,
    );
  else
    say(
      `${answer.created} created, ${answer.updated} changed, ${answer.unchanged} as they were, ${answer.problem} with problems.`,
    );
}
