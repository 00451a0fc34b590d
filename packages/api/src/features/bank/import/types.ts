import type { QuestionBodyInput } from '../body.ts';

export type FileFormat = 'gift' | 'aiken' | 'moodle' | 'concord';

/** Why something of a file is not carried, or not as it was; a message key of the portal's `bank.import.codes`. */
export type ProblemCode =
  | 'answerMissing'
  | 'answerUnknown'
  | 'attachmentsLeft'
  | 'braceOpen'
  | 'caseLeft'
  | 'combinedFeedbackLeft'
  | 'descriptionLeft'
  | 'feedbackLeft'
  | 'fieldInvalid'
  | 'fileLeft'
  | 'formatUnknown'
  | 'gapToleranceLeft'
  | 'gradeLeft'
  | 'hiddenLeft'
  | 'hintsLeft'
  | 'imageElsewhere'
  | 'kindLeft'
  | 'lineLost'
  | 'numberUnreadable'
  | 'penaltyLeft'
  | 'sharesScaled'
  | 'tooMany'
  | 'unitLeft'
  | 'weightsLeft'
  | 'xmlBroken'
  | 'xmlDoctype';

/** What is not carried, by line; `line` is null where it is about the whole file. */
export type FileProblem = { line: number | null; code: ProblemCode; params: Record<string, string | number> };

/** A picture that questions name as `/api/files/<fileId>`; once it is stored, its own id stands there. */
export type Picture = { fileId: string; name: string; bytes: Uint8Array };

/** A question as a file has it. */
export type FileQuestion = {
  line: number;
  /** Names it in its file for ever: the same file again updates it. */
  key: string;
  name: string;
  /** Categories from the top down. */
  category: string[];
  tags: string[];
  difficulty?: 'easy' | 'medium' | 'hard';
  /** Where the file says it; the importer's language otherwise. */
  sourceLanguage?: string;
  body: QuestionBodyInput;
};

/** All of a file that can be taken, and what cannot. */
export type FileContent = {
  format: FileFormat | null;
  encoding: string;
  questions: FileQuestion[];
  pictures: Picture[];
  problems: FileProblem[];
};

/** What a reader collects on its way through a file. */
export class Reading {
  readonly questions: FileQuestion[] = [];
  readonly pictures: Picture[] = [];
  readonly problems: FileProblem[] = [];
  readonly language: string;

  constructor(language: string) {
    this.language = language;
  }

  problem(line: number | null, code: ProblemCode, params: FileProblem['params'] = {}): void {
    this.problems.push({ line, code, params });
  }
}
