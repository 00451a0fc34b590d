import type { ActivityKind } from '@concord/db/enums';
import type { z } from 'zod';

/** An activity of a draft as the checks before publication see it. */
export type DraftActivity = {
  key: string;
  kind: ActivityKind;
  titles: Readonly<Record<string, string>>;
  minutes: number;
  questionCount: number;
  quiz: unknown;
  settings: unknown;
  /** Languages in which it has words of its own. */
  written: readonly string[];
};

/** Something that is missing. An error stops publication, a warning is only told. */
export type Finding = { severity: 'error' | 'warning'; code: FindingCode; language?: string };

export type FindingCode =
  | 'titleMissing'
  | 'noUnits'
  | 'unitEmpty'
  | 'textMissing'
  | 'minutesMissing'
  | 'videoMissing'
  | 'captionsMissing'
  | 'transcriptMissing'
  | 'filesMissing'
  | 'noQuestions'
  | 'settingsMissing'
  | 'translationMissing'
  | 'translationStale'
  | 'summaryMissing'
  | 'kindNotReady';

/** What a kind of activity is to the editor: one of these for each kind, in a file of its own. */
export type KindOfActivity = {
  kind: ActivityKind;
  /** What `settings` (or, of a quiz, `quiz`) holds. */
  settings: z.ZodType;
  /** What a new one begins with. */
  initial: { settings: Record<string, unknown> | null; quiz: Record<string, unknown> | null };
  /** Whether its words are what it is: a page without text is nothing. */
  needsText: boolean;
  findings(activity: DraftActivity, languages: readonly string[]): Finding[];
};
