import { childOf, childrenOf, readXml, wordsOf, type XmlElement, XmlProblem } from '../../../xml.ts';
import { shortName } from '../naming.ts';
import { readCloze } from './cloze.ts';
import { plainWords } from './markup.ts';
import { kinds } from './moodle-kinds.ts';
import { MoodleTexts } from './moodle-texts.ts';
import type { Reading } from './types.ts';

/** Reads a file in Moodle XML; what it holds that the bank does not is named by its line. */
export function readMoodle(text: string, reading: Reading): void {
  let quiz: XmlElement;
  try {
    quiz = readXml(text);
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    reading.problem(error.line, error.code);
    return;
  }
  let category: string[] = [];
  const counted = { penalty: 0, hints: 0 };
  for (const element of childrenOf(quiz, 'question')) {
    const type = element.attributes.type ?? '';
    if (type === 'category') category = categoryPath(wordsOf(childOf(element, 'category')));
    else {
      if (Number(wordsOf(element, 'penalty') || 0) !== 0) counted.penalty += 1;
      if (childOf(element, 'hint')) counted.hints += 1;
      readQuestion(element, type, category, reading);
    }
  }
  // Nearly every question has these: named once, or nothing else would be found.
  if (counted.penalty > 0) reading.problem(null, 'penaltyLeft', { count: counted.penalty });
  if (counted.hints > 0) reading.problem(null, 'hintsLeft', { count: counted.hints });
}

function categoryPath(path: string): string[] {
  return path
    .replace(/^\$(?:course|system|cat\d*|module)\$\/?/i, '')
    .replace(/\/\//g, '\u0000')
    .split('/')
    .map((name) => name.replaceAll('\u0000', '/').trim())
    .filter((name, index) => name !== '' && !(index === 0 && name === 'top'));
}

function readQuestion(element: XmlElement, type: string, category: string[], reading: Reading): void {
  const { line } = element;
  const name = shortName(plainWords(wordsOf(element, 'name')));
  if (type === 'description') {
    reading.problem(line, 'descriptionLeft', { name });
    return;
  }
  const texts = new MoodleTexts(element, reading);
  const body = type === 'cloze' || type === 'multianswer' ? readCloze(texts) : kinds[type]?.(texts);
  if (body === undefined) {
    reading.problem(line, 'kindLeft', { kind: type, name });
    return;
  }
  if (body === null) return;
  texts.nameWhatIsLeft();
  const id = wordsOf(element, 'idnumber');
  const tags = childrenOf(childOf(element, 'tags') ?? element, 'tag').map((tag) => wordsOf(tag));
  reading.questions.push({
    line,
    key: id === '' ? `${category.join('/')}/${name}` : id,
    name: name || shortName(plainWords(wordsOf(element, 'questiontext'))) || `${line}`,
    category,
    tags: tags.filter((tag) => tag !== ''),
    body,
  });
}
