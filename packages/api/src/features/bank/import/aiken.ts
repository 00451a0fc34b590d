import { shortName } from '../naming.ts';
import { plainWords, toMarkdown } from './markup.ts';
import { keyed, textsOf } from './parts.ts';
import type { Reading } from './types.ts';

type Open = { line: number; prompt: string[]; choices: { letter: string; text: string }[] };
const CHOICE = /^\s*([A-Z])[.)]\s+(.+)$/;
const ANSWER = /^\s*ANSWER\s*:\s*([A-Z](?:\s*,\s*[A-Z])*)\s*$/i;

/** Reads a file in Aiken: a question, its choices by letter, and the letter of the right one. */
export function readAiken(text: string, reading: Reading): void {
  let open: Open | null = null;
  const lose = () => {
    if (open) reading.problem(open.line, open.choices.length > 0 ? 'answerMissing' : 'lineLost');
    open = null;
  };
  for (const [index, line] of text.split('\n').entries()) {
    const current: Open | null = open;
    const choice = CHOICE.exec(line);
    const answer = ANSWER.exec(line);
    if (line.trim() === '') {
      if (current && current.choices.length > 0) continue;
      lose();
    } else if (answer) {
      if (current) finish(current, answer[1] ?? '', reading);
      else reading.problem(index + 1, 'lineLost');
      open = null;
    } else if (choice && current && isNext(current, choice[1] ?? ''))
      current.choices.push({ letter: choice[1] ?? '', text: choice[2] ?? '' });
    else if (current && current.choices.length === 0) current.prompt.push(line);
    else {
      lose();
      open = { line: index + 1, prompt: [line], choices: [] };
    }
  }
  lose();
}

const isNext = (open: Open, letter: string) => letter.charCodeAt(0) - 65 === open.choices.length;

function finish(open: Open, letters: string, reading: Reading): void {
  const { line, prompt, choices } = open;
  const right = new Set(letters.toUpperCase().split(/\s*,\s*/));
  const unknown = [...right].find((letter) => !choices.some((choice) => choice.letter === letter));
  if (unknown !== undefined || choices.length < 2) {
    reading.problem(line, 'answerUnknown', { letter: unknown ?? letters });
    return;
  }
  const asked = prompt.join('\n').trim();
  const parts = keyed(choices.map(({ text }) => ({ text: toMarkdown(text, 'auto') })));
  const several = right.size > 1;
  const shareOf = (letter: string) => {
    if (!several) return right.has(letter) ? 100 : 0;
    return ((right.has(letter) ? 1 : -1) * 100) / right.size;
  };
  reading.questions.push({
    line,
    key: plainWords(asked),
    name: shortName(plainWords(asked)),
    category: [],
    tags: [],
    body: {
      kind: several ? 'multiple' : 'single',
      texts: { [reading.language]: textsOf(toMarkdown(asked, 'auto'), '', parts) },
      choices: Object.keys(parts).map((key, index) => ({
        key,
        share: shareOf(choices[index]?.letter ?? ''),
      })),
      shuffle: true,
    },
  });
}
