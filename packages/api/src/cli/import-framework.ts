import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { asWorker } from '../context.ts';
import { MOST_BYTES, readFramework } from '../features/frameworks/import/read.ts';
import type { FrameworkDraft, FrameworkProblem } from '../features/frameworks/import/types.ts';
import { type FrameworkOutcome, writeFramework } from '../features/frameworks/write.ts';
import { withServices } from '../services.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, Refusal, say, sayJson, type Verb } from './verb.ts';

/** Brings a competency framework in from its own JSON. */
export const verb: Verb = {
  usage: '<file> [--check] [--json]',
  help: [
    'Reads the European Cybersecurity Skills Framework or the NICE Framework from the JSON its publisher gives out.',
    'Run again with the same file, it changes nothing; with a corrected file of the same version, it corrects items by',
    'their code and leaves what courses and questions map to. What a file holds beyond a framework is said.',
    '',
    '  --check  read and report only; nothing is written',
  ],
  options: { json: { type: 'boolean' }, check: { type: 'boolean' } },
  values: [1, 1],
  async run({ flags, values: [path = ''] }) {
    const from = resolve(path);
    if (!existsSync(from)) throw new Refusal(`There is no file at ${from}.`);
    if ((await stat(from)).size > MOST_BYTES)
      throw new Refusal(`The file is larger than ${MOST_BYTES / 1_000_000} MB.`);
    const { framework, problems } = readFramework(await readFile(from, 'utf8'));
    const outcome = framework === null || flags.check === true ? null : await write(framework);
    if (flags.json === true) sayJson({ framework: framework && summary(framework), outcome, problems });
    else tell(framework, outcome, problems);
    return framework === null ? EXIT.failure : EXIT.ok;
  },
};

const write = (framework: FrameworkDraft) =>
  withInstallation((settings) =>
    withServices(settings, (services) => asWorker(services, (ctx) => writeFramework(ctx, framework))),
  );

function summary({ items, links, ...framework }: FrameworkDraft) {
  return { ...framework, items: items.length, links: links.length };
}

function tell(
  framework: FrameworkDraft | null,
  outcome: FrameworkOutcome | null,
  problems: readonly FrameworkProblem[],
) {
  for (const { path, line, problem, detail } of problems)
    say(`${line ? `line ${line}, ` : ''}${path || 'the file'}: ${sentences[problem](detail)}`);
  if (framework === null) return say('Nothing was read.');
  const { code, version, items, links } = framework;
  say(
    `${code} ${version}: ${items.length} items, ${links.length} links${outcome ? `, ${outcome.outcome}` : ''}.`,
  );
}

const sentences: Readonly<Record<FrameworkProblem['problem'], (detail: string) => string>> = {
  notKept: (count) =>
    `${count} not kept: a framework here holds roles, competences, tasks, knowledge and skills`,
  unknownElement: (type) => `an element of type "${type}" is not known and was left out`,
  shape: (detail) => `not as expected (${detail})`,
};
