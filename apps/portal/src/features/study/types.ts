import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['study'];

/** One's own mark on a page, with its note. */
export type Note = Outputs['notes']['notes'][number];
export type CourseNotes = Outputs['course'];

/** A note and where its passage stands in the text on the screen; null where it does not. */
export type Placed = { note: Note; range: Range | null };
