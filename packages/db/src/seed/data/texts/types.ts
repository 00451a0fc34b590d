import type { LevelCode, ReleasableSeed } from '../types.ts';

/**
 * Words with brackets as one writes them: `[will]` is contested, `[intend to][will]` are alternatives. Who keeps what
 * stands after a bar: `[intend to|CAL,ISK][will|NOR]`; `[… date]` is a gap.
 */
export type Written = string;

/** A paragraph by a key that it keeps from version to version. */
export type ParagraphSeed = {
  readonly key: string;
  readonly kind?: 'heading' | 'preamble' | 'item';
  readonly words: Written;
};

/** A version: what the chair said of it, and its paragraphs in order. */
export type VersionSeed = {
  readonly daysAgo: number;
  readonly note: string;
  readonly paragraphs: readonly ParagraphSeed[];
};

/** What a nation proposes to one of the versions, by the key of a paragraph. */
export type AmendmentSeed = {
  readonly version: number;
  readonly by: string;
  readonly kind: 'replace' | 'insert' | 'delete';
  readonly paragraph: string;
  readonly words: string;
  readonly reason: string;
  readonly sponsors?: readonly string[];
  readonly outcome?: 'accepted' | 'merged' | 'rejected' | 'withdrawn';
  /** The version that took it in. */
  readonly inVersion?: number;
};

/** A text under consultation. */
export type TextSeed = {
  readonly key: string;
  readonly body: string;
  readonly title: string;
  readonly reference: string;
  readonly level: LevelCode;
  readonly releasableTo: ReleasableSeed;
  /** The key of the thread in which it is talked about. */
  readonly thread: string;
  readonly versions: readonly VersionSeed[];
  readonly amendments: readonly AmendmentSeed[];
  /** Where the chair sees paragraphs stand, and for how many days. */
  readonly standings: readonly {
    readonly paragraph: string;
    readonly standing: 'adReferendum' | 'agreed';
    readonly daysAgo: number;
  }[];
};
