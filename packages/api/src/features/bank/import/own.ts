import { questionFile } from '../exchange.ts';
import type { Reading } from './types.ts';

/** Reads our own JSON: everything a question has comes back, whatever its languages. */
export function readOwn(text: string, reading: Reading): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    reading.problem(null, 'fieldInvalid', {
      name: '',
      path: '',
      detail: error instanceof Error ? error.message : '',
    });
    return;
  }
  const file = questionFile.safeParse(value);
  if (!file.success) {
    for (const { path, message } of file.error.issues.slice(0, 50))
      reading.problem(null, 'fieldInvalid', { name: '', path: path.join('.'), detail: message });
    return;
  }
  for (const [index, question] of file.data.questions.entries()) {
    const { key, name, category, tags, difficulty, sourceLanguage, body } = question;
    reading.questions.push({ line: index + 1, key, name, category, tags, difficulty, sourceLanguage, body });
  }
  for (const { fileId, name, base64 } of file.data.pictures)
    reading.pictures.push({ fileId, name, bytes: Buffer.from(base64, 'base64') });
}
