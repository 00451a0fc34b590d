import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { asWorker } from '../context.ts';
import { AppError } from '../errors.ts';
import { exportCourse } from '../features/authoring/archive/export.ts';
import { withServices } from '../services.ts';
import { ArchiveRefused } from '../zip.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, Refusal, say, sayJson, UsageError, type Verb } from './verb.ts';

/** Writes a version of a course into one archive. */
export const verb: Verb = {
  usage: '<slug> [--version <number>] [--to <file>] [--json]',
  help: [
    'Writes a course as one zip archive, described in docs/formats/course.md: its texts, files and questions.',
    '',
    '  --version  which version, drafts included; the newest published one when left out',
    '  --to       the file to write; <slug>-<version>.zip here when left out',
  ],
  options: { json: { type: 'boolean' }, version: { type: 'string' }, to: { type: 'string' } },
  values: [1, 1],
  async run({ flags, values: [slug = ''] }) {
    const wanted = typeof flags.version === 'string' ? Number(flags.version) : undefined;
    if (wanted !== undefined && !(Number.isInteger(wanted) && wanted > 0))
      throw new UsageError('--version is a number from 1.');
    const { archive, number } = await load(slug, wanted);
    const to = resolve(typeof flags.to === 'string' ? flags.to : `${slug}-${number}.zip`);
    await writeFile(to, archive, { flag: 'wx' }).catch(() => {
      throw new Refusal(`${to} cannot be written, or is there already.`);
    });
    if (flags.json) sayJson({ slug, version: number, file: to, bytes: archive.length });
    else say(`${slug}, version ${number}: ${to} (${archive.length} bytes)`);
    return EXIT.ok;
  },
};

function load(slug: string, number: number | undefined) {
  return withInstallation((settings) =>
    withServices(settings, async (services) => {
      try {
        return await asWorker(services, (ctx) => exportCourse(ctx, slug, number));
      } catch (error) {
        if (error instanceof AppError && error.code === 'NOT_FOUND')
          throw new Refusal(
            `There is no ${number === undefined ? 'published' : 'such'} version of a course ${slug}.`,
          );
        throw error instanceof ArchiveRefused ? new Refusal(error.message) : error;
      }
    }),
  );
}
