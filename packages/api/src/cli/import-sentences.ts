import type { ImportProblem, ImportProblemCode } from '../features/courses/import/types.ts';

type Params = ImportProblem['params'];

/** What could not be taken, as a sentence for the operator. */
const sentences: Record<ImportProblemCode, (params: Params) => string> = {
  courseFileMissing: () => 'There is no course.json.',
  courseFileInvalid: ({ detail }) => `This is not JSON: ${detail}.`,
  fieldInvalid: ({ path, detail }) => `${path || 'The file'} is not as it should be: ${detail}.`,
  fileMissing: () => 'The file is missing.',
  fileNotText: () => 'The file is not text in UTF-8.',
  formatUnknown: () =>
    'This is no course that can be read: no course.json, no numbered lessons, no Markdown.',
  imageBroken: ({ image }) => `The image ${image} is no PNG, JPEG, GIF, WebP or AVIF; its words were kept.`,
  imageMissing: ({ image }) => `The image ${image} is missing; its words were kept.`,
  imageElsewhere: ({ image }) =>
    `The image ${image} lies on another site and was left out; its words were kept.`,
  imageTooLarge: ({ image, bytes }) =>
    `The image ${image} is too large (${bytes} bytes); its words were kept.`,
  keyTwice: ({ key }) => `Two activities have the key ${key}.`,
  languageMissing: ({ language, path }) =>
    path ? `There is no text in ${language} for ${path}.` : `There is no translation into ${language}.`,
  linkedQuizLeftOut: ({ link }) => `A quiz on another site (${link}) was left out.`,
  lessonMissing: () => 'The lesson is missing.',
  licenceUnknown: () => 'The licence is not stated in a form that is known.',
  questionKindUnknown: ({ kind }) =>
    `A question was left out: its type${kind ? ` (${kind})` : ''} is not held yet.`,
  questionWithoutAnswer: ({ key }) => `A question was left out, for it has no right answer: ${key}`,
  translationWithoutLesson: () => 'This is the translation of a lesson that is not there.',
};

/** Where and what, in one line: `images.md:12: The image … is missing`. */
export function sentenceOf({ file, line, code, params }: ImportProblem): string {
  return `${file}${line === null ? '' : `:${line}`}: ${sentences[code](params)}`;
}
