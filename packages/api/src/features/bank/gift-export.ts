import { plainText } from '../../markdown/plain-text.ts';
import type { QuestionBody, QuestionTexts } from './body.ts';

/** A question to write into a file. */
export type ToExport = {
  name: string;
  category: string[];
  tags: string[];
  sourceLanguage: string;
  body: QuestionBody;
};

type Of<Kind extends QuestionBody['kind']> = Extract<QuestionBody, { kind: Kind }>;

const ARROW = '->';

/** Questions as a file in GIFT, in their source language. What GIFT cannot hold stands as a comment where it was. */
export function toGift(questions: readonly ToExport[]): string {
  let category = '\u0000';
  const blocks = questions.map((question) => {
    const path = question.category.map((name) => name.replaceAll('/', '//')).join('/');
    const head = path === category ? '' : `$CATEGORY: ${path}\n\n`;
    category = path;
    return head + blockOf(question);
  });
  return `${blocks.join('\n\n')}\n`;
}

function blockOf({ name, tags, sourceLanguage, body }: ToExport): string {
  const said = body.texts[sourceLanguage] ?? Object.values(body.texts)[0];
  const comments = lossesOf(body, sourceLanguage).map((loss) => `// Not in GIFT: ${loss}`);
  const marks = tags.map((tag) => `[tag:${tag.replace(/[\]\\]/g, '\\$&')}]`).join(' ');
  if (marks !== '') comments.push(`// ${marks}`);
  const answer = said && answerOf(body, said, sourceLanguage);
  if (!said || answer === null || answer === undefined)
    return [...comments, `// ${oneLine(name)} (${body.kind})`].join('\n');
  const explanation = said.explanation.source === '' ? '' : `####${escaped(said.explanation.source)}`;
  const prompt = `::${escaped(oneLine(name))}::[markdown]${escaped(said.prompt.source)}`;
  return [...comments, `${prompt}{${answer}${explanation}}`].join('\n');
}

/** What stands between the braces, or null for a type that GIFT does not know. */
function answerOf(body: QuestionBody, said: QuestionTexts, language: string): string | null {
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return choices(body, said);
    case 'trueFalse':
      return trueFalse(body, said);
    case 'shortText':
      return words(body.accepted[language] ?? []);
    case 'numeric':
      return numbers(body);
    case 'matching':
      return matching(body, said);
    case 'essay':
      return '';
    default:
      return null;
  }
}

const part = (said: QuestionTexts, key: string) => marked(said.parts[key]?.text.source ?? '');
/** A text that begins like a format says its own, so that it is not taken for one. */
const marked = (text: string) => `${/^\s*\[\w+\]/.test(text) ? '[markdown]' : ''}${escaped(text)}`;
const told = (said: QuestionTexts, key: string) => {
  const feedback = said.parts[key]?.feedback.source ?? '';
  return feedback === '' ? '' : `#${marked(feedback)}`;
};
/** A weight, left out where the sign says it already and the words do not begin like one. */
const weight = (share: number, text: string, usual = 100) =>
  share === usual && !text.startsWith('%') ? '' : `%${share}%`;

function choices({ kind, choices: all }: Of<'single'> | Of<'multiple'>, said: QuestionTexts): string {
  const lines = all.map(({ key, share }) => {
    const text = part(said, key);
    const right = kind === 'single' && share === 100;
    return `${right ? '=' : '~'}${weight(share, text, right ? 100 : 0)}${text}${told(said, key)}`;
  });
  return `\n${lines.join('\n')}\n`;
}

function words(accepted: Of<'shortText'>['accepted'][string]): string {
  const lines = accepted.map(({ kind, text, share }) => {
    const written = escaped(arrowless(kind === 'wildcard' ? text : text.replaceAll('*', '\\*')));
    return `=${weight(share, written)}${written}`;
  });
  return `\n${lines.join('\n')}\n`;
}

function trueFalse({ right }: Of<'trueFalse'>, said: QuestionTexts): string {
  const [wrong, good] = [told(said, String(!right)), told(said, String(right))];
  return `${right ? 'TRUE' : 'FALSE'}${wrong || (good ? '#' : '')}${good}`;
}

function numbers({ accepted }: Of<'numeric'>): string {
  const lines = accepted.map(({ value, tolerance, toleranceIs, share }) => {
    const width = toleranceIs === 'percent' ? Math.abs(value * tolerance) / 100 : tolerance;
    return `=${weight(share, '')}${value}:${width}`;
  });
  return `#\n${lines.join('\n')}\n`;
}

function matching({ pairs, spare }: Of<'matching'>, said: QuestionTexts): string {
  const lines = pairs.map(({ left, right }) => `=${arrowless(part(said, left))} -> ${part(said, right)}`);
  return `\n${[...lines, ...spare.map((key) => `= -> ${part(said, key)}`)].join('\n')}\n`;
}

/** An arrow makes a pair of any answer that is right, and GIFT has no way to write one that does not. */
const arrowless = (text: string) => text.replaceAll(ARROW, '→');

/** What the arrow of GIFT would be read into: words that are taken, and the left side of a pair. */
function holdsArrow(body: QuestionBody, language: string): boolean {
  const said = body.texts[language];
  if (body.kind === 'shortText')
    return (body.accepted[language] ?? []).some(({ text }) => text.includes(ARROW));
  if (body.kind !== 'matching') return false;
  return body.pairs.some(({ left }) => said?.parts[left]?.text.source.includes(ARROW));
}

/** What is lost when a question is written in GIFT, in words for the person who opens the file. */
export function lossesOf(body: QuestionBody, language: string): string[] {
  const losses = Object.keys(body.texts).filter((tag) => tag !== language);
  const found = losses.length > 0 ? [`its texts in ${losses.join(', ')}`] : [];
  if (['ordering', 'gapText', 'file', 'hotspot'].includes(body.kind)) found.push('this type of question');
  if (body.kind === 'numeric' && body.units.length > 0)
    found.push(`units (${body.units.map(({ name }) => name).join(', ')})`);
  if (body.kind === 'shortText') {
    const ways = (body.accepted[language] ?? []).map(({ kind }) => kind);
    if (ways.includes('pattern')) found.push('answers as patterns, which stand as words');
    if (ways.includes('exact')) found.push('that case and accents count');
  }
  if (body.kind === 'essay' && (body.minWords || body.maxWords || body.guidance))
    found.push('limits of words and what markers look for');
  if ((body.kind === 'single' || body.kind === 'multiple') && !body.shuffle)
    found.push('that the order of choices stays');
  if (holdsArrow(body, language)) found.push('arrows (->) in its answers, which stand as →');
  if (JSON.stringify(body.texts).includes('/api/files/')) found.push('pictures');
  return found;
}

function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\n/g, '\\n');
}

const oneLine = (text: string) => plainText(text).replace(/\s+/g, ' ');
