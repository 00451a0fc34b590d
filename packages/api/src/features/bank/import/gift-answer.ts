import type { QuestionBodyInput } from '../body.ts';
import { type Asked, readNumbers } from './gift-numbers.ts';
import { type Listed, listOf, restore, takeFormat } from './gift-signs.ts';
import { type Markup, toMarkdown, typedWords } from './markup.ts';
import { keyed, type Part, textsOf, wholeShares } from './parts.ts';

/** What stands between the braces of a question in GIFT; null for what was named as a problem. */
export function readAnswer(source: string, asked: Asked): QuestionBodyInput | null {
  const general = source.lastIndexOf('####');
  const answer = (general === -1 ? source : source.slice(0, general)).trim();
  const explanation = general === -1 ? '' : markdown(source.slice(general + 4), asked.markup);
  const { prompt, reading, line } = asked;
  const texts = (parts: Record<string, Part> = {}) => ({
    [reading.language]: textsOf(prompt, explanation, parts),
  });
  if (answer === '') return { kind: 'essay', texts: texts() };
  const truth = /^(T|TRUE|F|FALSE)(?=\s*(?:#|$))([\s\S]*)$/i.exec(answer);
  if (truth) return trueFalse(truth, asked, texts);
  if (answer.startsWith('#')) return readNumbers(answer.slice(1), asked, texts());
  const listed = listOf(answer);
  if (listed.length === 0) {
    reading.problem(line, 'answerMissing');
    return null;
  }
  if (listed.every(({ sign, text }) => sign === '=' && text.includes('->')))
    return matching(listed, asked, texts);
  if (listed.every(({ sign }) => sign === '=')) return words(listed, asked, texts());
  return choices(listed, asked, texts);
}

type Texts = (parts?: Record<string, Part>) => QuestionBodyInput['texts'];

function trueFalse([, word = '', rest = '']: RegExpExecArray, asked: Asked, texts: Texts): QuestionBodyInput {
  const right = /^t/i.test(word);
  // The first feedback is for who is wrong, the second for who is right.
  const [, wrong = '', good = ''] = rest.split('#');
  const part = (told: string) => ({ text: '', feedback: markdown(told, asked.markup) });
  const parts = { true: part(right ? good : wrong), false: part(right ? wrong : good) };
  return { kind: 'trueFalse', right, texts: texts(wrong || good ? parts : {}) };
}

function choices(listed: readonly Listed[], asked: Asked, texts: Texts): QuestionBodyInput {
  const single = listed.some(({ sign }) => sign === '=');
  const given = listed.map(({ sign, weight }) => weight ?? (sign === '=' ? 100 : 0));
  const [shares, scaled] = single ? [given, false] : wholeShares(given);
  if (scaled) asked.reading.problem(asked.line, 'sharesScaled');
  const parts = keyed(
    listed.map(({ text, feedback }) => ({
      text: markdown(text, asked.markup),
      feedback: markdown(feedback, asked.markup),
    })),
  );
  const kept = Object.keys(parts).map((key, index) => ({ key, share: shares[index] ?? 0 }));
  return { kind: single ? 'single' : 'multiple', texts: texts(parts), choices: kept, shuffle: true };
}

function words(
  listed: readonly Listed[],
  { reading, line }: Asked,
  texts: QuestionBodyInput['texts'],
): QuestionBodyInput {
  if (listed.some(({ feedback }) => feedback !== '')) reading.problem(line, 'feedbackLeft');
  const accepted = listed.map(({ text, weight }) => ({
    ...wordsTaken(typedWords(restore(takeFormat(text).rest)), false),
    share: weight ?? 100,
  }));
  return { kind: 'shortText', texts, accepted: { [reading.language]: accepted } };
}

/** Words a system with wildcards takes: `*` stands for anything, `\*` for itself. */
export function wordsTaken(
  text: string,
  exact: boolean,
): { kind: 'folded' | 'exact' | 'wildcard'; text: string } {
  const wild = /(?<!\\)\*/.test(text);
  return {
    kind: wild ? 'wildcard' : exact ? 'exact' : 'folded',
    text: wild ? text : text.replaceAll('\\*', '*'),
  };
}

function matching(listed: readonly Listed[], asked: Asked, texts: Texts): QuestionBodyInput {
  if (listed.some(({ feedback }) => feedback !== '')) asked.reading.problem(asked.line, 'feedbackLeft');
  const rows = listed.map(({ unweighed: text }) => {
    const at = text.indexOf('->');
    return {
      left: markdown(text.slice(0, at), asked.markup),
      right: markdown(text.slice(at + 2), asked.markup),
    };
  });
  return matchingBody(rows, texts);
}

/** Pairs, and right sides whose left is empty: those belong to nothing. */
export function matchingBody(
  rows: readonly { left: string; right: string }[],
  texts: Texts,
): QuestionBodyInput {
  const pairs = rows.filter(({ left }) => left !== '');
  const parts = {
    ...keyed(
      pairs.map(({ left }) => ({ text: left })),
      'l',
    ),
    ...keyed(
      pairs.map(({ right }) => ({ text: right })),
      'r',
    ),
    ...keyed(
      rows.filter(({ left }) => left === '').map(({ right }) => ({ text: right })),
      's',
    ),
  };
  const of = (prefix: string) => Object.keys(parts).filter((key) => key.startsWith(`${prefix}-`));
  const rights = of('r');
  return {
    kind: 'matching',
    texts: texts(parts),
    pairs: of('l').map((left, index) => ({ left, right: rights[index] ?? '' })),
    spare: of('s'),
  };
}

function markdown(text: string, fallback: Markup): string {
  const { is, rest } = takeFormat(text);
  return toMarkdown(restore(rest), is ?? fallback);
}
