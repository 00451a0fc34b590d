import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Authoring = inferRouterOutputs<AppRouter>['authoring'];

/** A course as its editor shows it. */
export type Editor = Authoring['course'];
export type EditorUnit = Editor['units'][number];
export type EditorActivity = EditorUnit['activities'][number];
export type ActivityKind = EditorActivity['kind'];
/** One activity of the draft with its words in every language. */
export type EditedActivity = Authoring['activity'];
export type EditedText = EditedActivity['texts'][string];
/** What a course says of itself, and its facts. */
export type About = Authoring['facts'];
/** What publishing would say. */
export type Publishing = Authoring['publishing'];
export type Finding = Publishing['findings'][number];
export type Comparison = Authoring['compare'];
/** What an archive that was brought holds. */
export type ArchiveLook = Authoring['archive'];
