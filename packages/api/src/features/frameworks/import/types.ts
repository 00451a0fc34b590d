import type { frameworkItems } from '@concord/db/schema/competence';

/** What kind of thing a framework names. */
export type ItemKind = (typeof frameworkItems.$inferSelect)['kind'];

/** One thing a framework names; `code` is unique within the framework. */
export type DraftItem = { kind: ItemKind; code: string; title: string; description: string };

/** What something is made of: a role's tasks, knowledge, skills and competences. */
export type DraftLink = { from: string; to: string; level: number | null };

/** A framework as its file says it. */
export type FrameworkDraft = {
  code: string;
  version: string;
  title: string;
  source: string;
  licence: string;
  items: DraftItem[];
  links: DraftLink[];
};

/** Something a file holds and a framework does not: where, why, and how often. */
export type FrameworkProblem = {
  path: string;
  /** The line of the file, from 1; null where the problem has none of its own. */
  line?: number | null;
  problem: 'notKept' | 'unknownElement' | 'shape';
  /** What is wrong with the shape: no JSON, no framework known here, missing, of another kind, too short or too long. */
  reason?: 'notJson' | 'unknown' | 'missing' | 'kind' | 'size';
  detail: string;
};

export type FrameworkRead = { framework: FrameworkDraft | null; problems: FrameworkProblem[] };
