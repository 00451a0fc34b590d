import { EXIT, Refusal, readCall, say, UsageError, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';

const PROGRAM = 'npm run concord --';

function listVerbs(): void {
  say(`Concord, the operator's command line.\n\nUsage: ${PROGRAM} <verb> [options]\n`);
  const width = Math.max(...Object.keys(verbs).map((name) => name.length));
  for (const [name, { summary }] of Object.entries(verbs)) say(`  ${name.padEnd(width)}  ${summary}`);
  say(`\nEach verb has --help. Exit codes: 0 done, 1 failed, 2 asked for wrongly.`);
}

function showHelp(name: string, verb: Verb, summary: string): void {
  say(`${summary}\n\nUsage: ${PROGRAM} ${name} ${verb.usage}`.trimEnd());
  if (verb.help) say(`\n${verb.help.join('\n')}`);
}

/** The longest name that the arguments begin with: `import course` before `import`. */
function findVerb(args: readonly string[]) {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ');
    const entry = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (entry) return { name, entry, rest: args.slice(words) };
  }
  return undefined;
}

async function main(args: readonly string[]): Promise<number> {
  const found = findVerb(args);
  if (!found) {
    const asked = args[0];
    listVerbs();
    if (asked === undefined || asked === '--help' || asked === '-h' || asked === 'help') return EXIT.ok;
    process.stderr.write(`\nThere is no verb "${args.slice(0, 2).join(' ')}".\n`);
    return EXIT.usage;
  }
  const verb = await found.entry.load();
  try {
    const call = readCall(verb, found.rest);
    if (call.flags.help !== true) return await verb.run(call);
    showHelp(found.name, verb, found.entry.summary);
    return EXIT.ok;
  } catch (error) {
    return explain(error, found.name);
  }
}

/** Foreseen refusals are sentences; only what nobody foresaw shows where it happened. */
function explain(error: unknown, name: string): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nSee: ${PROGRAM} ${name} --help\n`);
    return EXIT.usage;
  }
  const foreseen =
    error instanceof Refusal ||
    (error instanceof Error && ['SettingsError', 'EmbeddedProblem', 'AppError'].includes(error.name));
  const text =
    error instanceof Error ? (foreseen ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  return EXIT.failure;
}

process.channel?.unref();
const code = await main(process.argv.slice(2));
// A program at the other end of a pipe gets everything before the process ends.
process.stdout.write('', () => process.exit(code));
