import { paths } from '#features/paths.ts';
import type { ActivityPage } from './types.ts';

type Of = Pick<ActivityPage, 'preview' | 'course'>;

/** Where an activity of the same course lies: among what learners see, or within the preview of a draft. */
export function pathIn({ preview, course }: Of, key: string): string {
  return preview ? paths.preview(course.slug, key) : paths.activity(course.slug, key);
}

/** Where the course's own page is; of a draft, its editor. */
export function homeOf({ preview, course }: Of): string {
  return preview ? paths.edit(course.slug) : paths.course(course.slug);
}
