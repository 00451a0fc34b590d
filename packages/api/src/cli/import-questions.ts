import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { asWorker } from '../context.ts';
import { AppError } from '../errors.ts';
import { type ReadFile, readQuestions } from '../features/bank/import/read.ts';
import { importQuestions } from '../features/bank/import/write.ts';
import { ensureCategory } from '../features/bank/write.ts';
import { isLanguageTag } from '../schemas.ts';
import { withServices } from '../services.ts';
import { withInstallation } from './launch/installation.ts';
import { questionSentence } from './question-sentences.ts';
import { EXIT, Refusal, say, sayJson, UsageError, type Verb } from './verb.ts';

const MOST_BYTES = 100_000_000;

/** Brings questions from a file into the bank. */
export const verb: Verb = {
  usage: '<file> [--category <name/name>] [--language <tag>] [--check] [--json]',
  help: [
    'Reads GIFT, Aiken, Moodle XML or the JSON that Concord exports, in any usual encoding. What cannot be carried is',
    'named by line; the rest is taken. Run again with the same file, it doubles nothing: what has changed gets its',
    'next version.',
    '',
    '  --category  where the questions go, from the top down with / between; made if needed; Imported when left out',
    '  --language  the language they are in, where the file does not say; en when left out',
    '  --check     read and report only; nothing is written',
  ],
  options: {
    json: { type: 'boolean' },
    check: { type: 'boolean' },
    category: { type: 'string' },
    language: { type: 'string' },
  },
  values: [1, 1],
  async run({ flags, values: [path = ''] }) {
    const language = String(flags.language ?? 'en');
    if (!isLanguageTag(language)) throw new UsageError('--language is a tag such as en or fr.');
    const names = String(flags.category ?? 'Imported')
      .split('/')
      .map((name) => name.trim().slice(0, 120))
      .filter((name) => name !== '');
    if (names.length === 0) throw new UsageError('--category names at least one category.');
    const bytes = await bytesOf(path);
    const file = readQuestions(bytes, language);
    const idle = flags.check === true || file.questions.length === 0;
    const outcome = idle ? null : await write(bytes, names, language);
    tell(basename(path), file, outcome, flags.json === true);
    return file.questions.length === 0 ? EXIT.failure : EXIT.ok;
  },
};

async function bytesOf(path: string): Promise<Uint8Array> {
  const from = resolve(path);
  const found = await stat(from).catch(() => null);
  if (!found?.isFile()) throw new Refusal(`There is no file at ${from}.`);
  if (found.size > MOST_BYTES) throw new Refusal(`The file is larger than ${MOST_BYTES / 1_000_000} MB.`);
  return readFile(from);
}

type Outcome = Awaited<ReturnType<typeof importQuestions>>;

function write(bytes: Uint8Array, names: readonly string[], language: string): Promise<Outcome> {
  return withInstallation((settings) =>
    withServices(settings, async (services) => {
      try {
        return await asWorker(services, async (ctx) => {
          let categoryId: string | null = null;
          for (const name of names) categoryId = await ensureCategory(ctx, categoryId, name);
          return importQuestions(ctx, { bytes, language, categoryId: categoryId ?? '' });
        });
      } catch (error) {
        throw error instanceof AppError ? new Refusal(`It was not written: ${error.message}.`) : error;
      }
    }),
  );
}

function tell(name: string, file: ReadFile, outcome: Outcome | null, json: boolean): void {
  const { format, encoding, questions, problems } = file;
  if (json) {
    const told = problems.map((problem) => ({ ...problem, message: questionSentence(name, problem) }));
    sayJson({ format, encoding, questions: questions.length, outcome, problems: told });
    return;
  }
  say(`${name}: ${questions.length} questions${format ? ` (${format}, ${encoding})` : ''}`);
  if (outcome) say(`  ${outcome.created} new, ${outcome.updated} changed, ${outcome.unchanged} as they were`);
  if (problems.length > 0) say(`\nNot carried (${problems.length}):`);
  for (const problem of problems) say(`  ${questionSentence(name, problem)}`);
}
