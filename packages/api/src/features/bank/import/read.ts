import { type QuestionBody, questionBody } from '../body.ts';
import { bodyProblems } from '../rules.ts';
import { readAiken } from './aiken.ts';
import { decodeText } from './decode.ts';
import { readGift } from './gift.ts';
import { readMoodle } from './moodle.ts';
import { readOwn } from './own.ts';
import { type FileContent, type FileFormat, type FileQuestion, Reading } from './types.ts';

/** More questions than this are several files. */
export const MOST_QUESTIONS = 5_000;

/** A question that can be written. */
export type ReadyQuestion = Omit<FileQuestion, 'body'> & { body: QuestionBody };
export type ReadFile = Omit<FileContent, 'questions'> & { questions: ReadyQuestion[] };

/** Reads a file of questions in whichever format and encoding it is. Nothing is written. */
export function readQuestions(bytes: Uint8Array, language: string): ReadFile {
  const { text, encoding } = decodeText(bytes);
  const reading = new Reading(language);
  const format = formatOf(text);
  if (format === 'gift') readGift(text, reading);
  else if (format === 'aiken') readAiken(text, reading);
  else if (format === 'moodle') readMoodle(text, reading);
  else if (format === 'concord') readOwn(text, reading);
  else reading.problem(null, 'formatUnknown');
  if (reading.questions.length > MOST_QUESTIONS) reading.problem(null, 'tooMany', { most: MOST_QUESTIONS });
  const questions = distinct(reading.questions.slice(0, MOST_QUESTIONS)).flatMap((one) =>
    ready(one, reading),
  );
  const problems = reading.problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { format, encoding, questions, pictures: reading.pictures, problems };
}

/** Which format a text is in, by what it begins with or holds. */
export function formatOf(text: string): FileFormat | null {
  const start = text.trimStart().slice(0, 2000);
  if (start.startsWith('{') && start.includes('"concord-questions"')) return 'concord';
  if (/^<\?xml|^<quiz\b|^<!--|^<!DOCTYPE/i.test(start)) return 'moodle';
  if (/^\s*ANSWER\s*:\s*[A-Z]/im.test(text) && /^\s*A[.)]\s/m.test(text)) return 'aiken';
  return /(?<!\\)\{[\s\S]*\}|^\s*::|^\s*\$CATEGORY:/m.test(text) ? 'gift' : null;
}

/** Two questions of one key in a file are two questions. */
function distinct(questions: readonly FileQuestion[]): FileQuestion[] {
  const seen = new Map<string, number>();
  return questions.map((question) => {
    const times = (seen.get(question.key) ?? 0) + 1;
    seen.set(question.key, times);
    return times === 1 ? question : { ...question, key: `${question.key}#${times}` };
  });
}

/** A question as the bank would take it, or what keeps it out, by its line. */
function ready(question: FileQuestion, reading: Reading): ReadyQuestion[] {
  const { line, name } = question;
  const read = questionBody.safeParse(question.body);
  const language = question.sourceLanguage ?? reading.language;
  const [problem] = read.success
    ? bodyProblems(read.data, language)
    : read.error.issues.map(({ path, message }) => ({ path: path.join('.'), key: message, params: {} }));
  if (read.success && !problem) return [{ ...question, body: read.data }];
  const { path = '', key = '', params = {} } = problem ?? {};
  reading.problem(line, 'fieldInvalid', { ...params, name, path, detail: key });
  return [];
}
