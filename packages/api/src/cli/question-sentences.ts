import type { FileProblem, ProblemCode } from '../features/bank/import/types.ts';

type Params = FileProblem['params'];

/** What of a file of questions is not carried, as a sentence for the operator. */
const sentences: Record<ProblemCode, (params: Params) => string> = {
  answerMissing: () => 'It has no answer, so it is left out.',
  answerUnknown: ({ letter }) => `The answer ${letter} is none of the choices, so it is left out.`,
  attachmentsLeft: () => 'Files beside the text are not asked for; make a question of the type File.',
  braceOpen: () => 'A brace is not closed, so it is left out.',
  caseLeft: () => 'Answers with * do not look at upper and lower case.',
  combinedFeedbackLeft: () =>
    'Feedback for right, partly right and wrong as a whole is left out; feedback to each answer stays.',
  descriptionLeft: ({ name }) => `This asks nothing, so it is left out: ${name}`,
  feedbackLeft: () => 'Feedback to typed answers is left out; the explanation stays.',
  fieldInvalid: ({ name, path, detail }) => `It cannot be taken: ${name} (${path}: ${detail}).`,
  fileLeft: ({ name }) =>
    `The file ${name} is left out: only PNG, JPEG, GIF, WebP and AVIF up to 5 MB are kept.`,
  formatUnknown: () => 'This is neither GIFT, Aiken, Moodle XML nor our own JSON.',
  gapToleranceLeft: ({ number }) =>
    `In a gap the number ${number} is compared as it stands, without a tolerance.`,
  gradeLeft: ({ grade }) => `Its grade ${grade} is left out: points belong to a quiz.`,
  hiddenLeft: () => 'It was hidden; it is taken all the same.',
  hintsLeft: ({ count }) => `Hints of ${count} questions are left out.`,
  imageElsewhere: () => 'A picture on another site is not shown.',
  kindLeft: ({ kind, name }) => `Questions of the type ${kind} are not held, so it is left out: ${name}`,
  lineLost: () => 'This belongs to no question.',
  numberUnreadable: ({ text }) => `This is no number: ${text}`,
  penaltyLeft: ({ count }) => `Penalties for further tries, on ${count} questions, are left out.`,
  sharesScaled: () => 'What is right did not come to 100 %; it does now.',
  tooMany: ({ most }) => `Only the first ${most} questions are taken.`,
  unitLeft: ({ unit }) => `The unit ${unit} is left out: its factor is no number.`,
  weightsLeft: () => 'All gaps count the same.',
  xmlBroken: () => 'The XML is broken here; nothing of the file is read.',
  xmlDoctype: () => 'A file with a document type is not read.',
};

/** Where and what, in one line: `course.gift:12: A brace is not closed, …`. */
export function questionSentence(file: string, { line, code, params }: FileProblem): string {
  return `${file}${line === null ? '' : `:${line}`}: ${sentences[code](params)}`;
}
