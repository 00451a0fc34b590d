import type { SignedIn } from '../../../context.ts';
import { AppError } from '../../../errors.ts';
import { record } from '../../../record/record.ts';
import { ArchiveRefused } from '../../../zip.ts';
import { ownCourse } from '../load.ts';
import { ofCourse } from '../versions.ts';
import { exportCourse } from './export.ts';

/** A version of a course that the person writes, as an archive; that it went out is recorded. */
export async function exportOwn(ctx: SignedIn, { course: name, number }: { course: string; number: number }) {
  const course = await ownCourse(ctx, name);
  try {
    const { archive } = await exportCourse(ctx, course.slug, number);
    await record(ctx, { ...ofCourse(course), action: 'course.exported', details: { version: number } });
    return { name: `${course.slug}-${number}.zip`, archive };
  } catch (error) {
    if (error instanceof ArchiveRefused) throw new AppError('CONFLICT', 'authoring.archiveKind');
    throw error;
  }
}
