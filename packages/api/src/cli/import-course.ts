import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { levels } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { asc, eq } from 'drizzle-orm';
import { asWorker, type Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { importArchive } from '../features/authoring/archive/import.ts';
import { readArchive } from '../features/authoring/archive/read.ts';
import { readCourse } from '../features/courses/import/detect.ts';
import { folderSource } from '../features/courses/import/source.ts';
import type { CourseDraft, ImportProblem, ImportResult } from '../features/courses/import/types.ts';
import { type ImportOutcome, importCourse } from '../features/courses/import/write.ts';
import type { Marking } from '../marking/rules.ts';
import { withServices } from '../services.ts';
import { ArchiveRefused, unpack } from '../zip.ts';
import { archiveSentence } from './archive-sentences.ts';
import { sentenceOf } from './import-sentences.ts';
import { withInstallation } from './launch/installation.ts';
import { type Call, EXIT, Refusal, say, sayJson, UsageError, type Verb } from './verb.ts';

/** Brings a course from files into the catalogue. */
export const verb: Verb = {
  usage: '<folder|file|archive> [--for allies|everyone] [--level <code>] [--over-edits] [--check] [--json]',
  help: [
    'Reads a folder with course.json, a folder of numbered lessons with translations, or one long Markdown file, and',
    'writes it as a course. What cannot be taken is reported by file and line; the rest is taken. Run again with the',
    'same files, it changes nothing; with changed ones, it publishes the next version.',
    '',
    '  --for    who finds it in the catalogue: allies (the default), or everyone with an account',
    '  --level  its level, by code; the lowest when left out',
    '  --over-edits  take the place of what authors wrote in the editor since, drafts included',
    '  --check  read and report only; nothing is written',
  ],
  options: {
    json: { type: 'boolean' },
    check: { type: 'boolean' },
    'over-edits': { type: 'boolean' },
    for: { type: 'string' },
    level: { type: 'string' },
  },
  values: [1, 1],
  async run({ flags, values: [path = ''] }) {
    const audience = flags.for ?? 'allies';
    if (audience !== 'allies' && audience !== 'everyone')
      throw new UsageError('--for is allies or everyone.');
    const from = resolve(path);
    if (!existsSync(from)) throw new Refusal(`There is no file or folder at ${from}.`);
    if (/\.zip$/i.test(from))
      return importZip(
        from,
        { audience, level: levelOf(flags), overEdits: flags['over-edits'] === true },
        flags,
      );
    const read = await readCourse(await folderSource(from));
    const level = levelOf(flags);
    const outcome =
      read.course === null || flags.check === true
        ? null
        : await write(read.course, { audience, level, overEdits: flags['over-edits'] === true });
    if (flags.json) sayJson(asJson(read, outcome));
    else tell(read, outcome);
    return read.course === null ? EXIT.failure : EXIT.ok;
  },
};

const levelOf = (flags: Call['flags']) => (typeof flags.level === 'string' ? flags.level : undefined);

/** Takes an archive that `export course` wrote; all of it, or nothing. */
async function importZip(from: string, wish: Wish, flags: Call['flags']): Promise<number> {
  const files = await unpack(await readFile(from)).catch((error: unknown) => {
    throw error instanceof ArchiveRefused ? new Refusal(error.message) : error;
  });
  const { course, problems } = readArchive(files);
  const outcome =
    course === null || flags.check === true
      ? null
      : await inPortal(async (ctx) =>
          importArchive(ctx, course, files, {
            marking: await markingFor(ctx, wish),
            overEdits: wish.overEdits,
          }),
        );
  if (flags.json)
    sayJson({
      slug: course?.slug ?? null,
      outcome,
      problems: problems.map((problem) => ({ ...problem, message: archiveSentence(problem) })),
    });
  else {
    if (course) say(`${course.about[course.sourceLanguage]?.title ?? course.slug} (${course.slug})`);
    if (outcome) say(`  it ${changes[outcome.change]}, version ${outcome.number}`);
    if (outcome?.missingTemplate) say(`  ${withoutTemplate(outcome.missingTemplate)}`);
    for (const problem of problems) say(`  ${archiveSentence(problem)}`);
  }
  return course === null ? EXIT.failure : EXIT.ok;
}

const withoutTemplate = (name: string) =>
  `Its credentials ask for the template “${name}”, which is not in this installation: they read as the house’s until ` +
  'one is chosen in the facts of the course. The name is kept.';

type Wish = { audience: 'allies' | 'everyone'; level: string | undefined; overEdits: boolean };

async function write(draft: CourseDraft, wish: Wish): Promise<ImportOutcome> {
  return inPortal(async (ctx) =>
    importCourse(ctx, draft, { marking: await markingFor(ctx, wish), overEdits: wish.overEdits }),
  );
}

/** Works as the portal itself; what is refused is told in a sentence. */
async function inPortal<Outcome>(work: (ctx: Context) => Promise<Outcome>): Promise<Outcome> {
  return withInstallation((settings) =>
    withServices(settings, async (services) => {
      try {
        return await asWorker(services, work);
      } catch (error) {
        throw error instanceof AppError
          ? new Refusal(refusals[error.messageKey]?.(error) ?? error.message)
          : error;
      }
    }),
  );
}

const refusals: Record<string, (error: AppError) => string> = {
  'course.empty': () => 'Nothing of this can be taken: there is no page, no question, or no title.',
  'course.draftOpen': () =>
    'Authors have a draft of this course open in the editor: publish or discard it first, or use --over-edits.',
  'course.edited': () =>
    'This course was edited in the portal after it was imported: --over-edits takes the place of those edits.',
  'course.keyTwice': ({ params }) => `Two activities have the key ${params.key}: give each its own.`,
};

/** The marking of an imported course: the headquarters' own, releasable to Allies or to every party. */
async function markingFor({ tx }: Context, { audience, level }: Wish): Promise<Marking> {
  const all = await tx.select().from(parties).orderBy(asc(parties.code));
  const originator = all.find(({ kind }) => kind === 'headquarters') ?? all[0];
  if (!originator) throw new Refusal('There are no parties yet who could read it. Run the seed first.');
  const released = all.filter(({ ally, nationId }) => nationId === null && (audience === 'everyone' || ally));
  const [rank] = await tx
    .select({ rank: levels.rank })
    .from(levels)
    .where(level === undefined ? undefined : eq(levels.code, level))
    .orderBy(asc(levels.rank))
    .limit(1);
  if (!rank) throw new UsageError(`There is no level ${level}.`);
  return {
    level: rank.rank,
    releasableTo: [...new Set([originator.id, ...released.map(({ id }) => id)])],
    onlyFor: [],
    caveats: [],
    originator: originator.id,
  };
}

/** What a program reads. */
function asJson({ format, course, report }: ImportResult, outcome: ImportOutcome | null) {
  const { problems, ...taken } = report;
  return {
    format,
    slug: course?.slug ?? null,
    title: course?.texts[course.sourceLanguage]?.title ?? null,
    licence: course?.licence ?? null,
    taken,
    outcome,
    problems: problems.map((problem) => ({ ...problem, message: sentenceOf(problem) })),
  };
}

function byPlace(one: ImportProblem, other: ImportProblem): number {
  return one.file.localeCompare(other.file) || (one.line ?? 0) - (other.line ?? 0);
}

const changes = {
  created: 'is new in the catalogue, at',
  updated: 'is now at',
  unchanged: 'has not changed since',
};

function tell({ course, report }: ImportResult, outcome: ImportOutcome | null): void {
  const { problems, units, pages, quizzes, questions, images, languages } = report;
  if (course) {
    say(`${course.texts[course.sourceLanguage]?.title ?? course.slug} (${course.slug})`);
    say(
      `  taken: ${units} units, ${pages} pages, ${quizzes} quizzes with ${questions} questions, ${images} images, in ${languages.join(', ')}`,
    );
  }
  if (outcome) {
    say(`  it ${changes[outcome.change]} version ${outcome.version}`);
    say(`  images: ${outcome.imagesStored} stored, ${outcome.imagesReused} there already`);
    const { moved, stayed } = outcome.enrolments;
    if (moved + stayed > 0)
      say(`  learners: ${moved} moved to this version, ${stayed} finish the one they began`);
  }
  if (problems.length > 0) say(`\nNot taken (${problems.length}):`);
  for (const problem of problems.toSorted(byPlace)) say(`  ${sentenceOf(problem)}`);
}
