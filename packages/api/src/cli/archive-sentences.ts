import type { ArchiveProblem } from '../features/authoring/archive/read.ts';

type Words = (params: Record<string, string>) => string;

const words: Record<ArchiveProblem['code'], Words> = {
  missing: () => 'It is not in the archive.',
  otherContent: () => 'Its content is not what course.json says.',
  notText: () => 'It is not UTF-8 text.',
  notJson: ({ message }) => `It is no JSON: ${message}`,
  field: ({ path, message }) => `${path}: ${message}`,
  noFile: ({ activity, file }) => `${activity}: no file ${file}`,
  noQuestion: ({ activity, slot }) => `${activity}: the slot ${slot} asks no question of the archive`,
  keyTwice: ({ key }) => `The key ${key} is there twice.`,
  sourceMissing: () => 'about: the source language is missing.',
};

/** A problem of an archive for the operator, with its file and line. */
export function archiveSentence({ file, line, code, params }: ArchiveProblem): string {
  return `${file}${line === null ? '' : `:${line}`}: ${words[code](params)}`;
}
