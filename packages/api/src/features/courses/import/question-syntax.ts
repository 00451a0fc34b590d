import { keyOf, type Problems } from './report.ts';
import type { QuestionDraft, QuestionKind } from './types.ts';

/** A line of the file with its number, from one. */
export type Line = { number: number; text: string };

/** A question as found: the draft, or null when its kind is not held; and what stays as reading. */
export type QuestionFound = { question: QuestionDraft | null; shuffle: boolean; reading: Line[] };

const MARKER = /^(?:\\>\\>|>>)(.*)<<\s*$/;
// `(x)` right and `( )` wrong, one of them; `[x]`, `[ ]` several; `!` asks for shuffling and says nothing of right.
const CHOICE = /^([([])(!?)([xX]?)\s?[)\]]\s+(.*)$/;
// Matching: a term, and beside it what belongs to it.
const PAIR = /^(\S.*?) : (\S.*)$/;
const FEEDBACK = /\{\{\s*((?:un)?selected:)?\s*([\s\S]*?)\s*\}\}/g;

/** Whether a line opens a question. */
export const opensQuestion = (text: string): boolean => MARKER.test(text);

type Parts = {
  prompt: string[];
  choices: { several: boolean; right: boolean; text: string }[];
  explanation: string[];
  shuffle: boolean;
};

/** Reads the lines of one question, from its marker up to the next heading or marker. */
export function readQuestion(
  lines: Line[],
  heading: string,
  file: string,
  problems: Problems,
): QuestionFound {
  const [marker, ...body] = lines;
  const parts = partsOf(marker?.text ?? '', body);
  const prompt = textOf(parts.prompt);
  const kind = kindOf(parts);
  if (kind === null || marker === undefined) {
    const question = matchingOf(parts, heading);
    if (question) return { question, shuffle: true, reading: [] };
    problems.add('questionKindUnknown', file, marker?.number ?? null, {
      kind: 'exercise',
      question: prompt.split('\n')[0]?.slice(0, 200) ?? '',
    });
    const title = MARKER.exec(marker?.text ?? '')?.[1]?.trim() ?? '';
    const reading = marker ? [{ number: marker.number, text: `**${title}**` }, ...body] : [];
    return { question: null, shuffle: false, reading };
  }
  const choices = parts.choices.map((choice, index) => ({
    key: `c${index + 1}`,
    ...choice,
    ...feedbackOf(choice.text),
  }));
  const rights = choices.filter(({ right }) => right).length;
  if (rights === 0 || (kind !== 'multiple' && rights > 1)) {
    problems.add('questionWithoutAnswer', file, marker.number, { key: prompt.slice(0, 200) });
    return { question: null, shuffle: false, reading: [] };
  }
  const question: QuestionDraft = {
    key: keyOf(heading) || 'question',
    kind,
    points: 1,
    choices: choices.map(({ key, right }) => ({ key, correct: right })),
    texts: {
      en: {
        prompt,
        choices: Object.fromEntries(
          choices.map(({ key, text, feedback }) => [key, feedback === '' ? { text } : { text, feedback }]),
        ),
        explanation: parts.explanation.join('\n').trim(),
      },
    },
  };
  return { question, shuffle: parts.shuffle, reading: [] };
}

const textOf = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Terms to be matched: what is asked, then nothing but pairs. Two terms may belong to the same words. */
function matchingOf({ prompt, choices, explanation }: Parts, heading: string): QuestionDraft | null {
  const first = prompt.findIndex((line) => PAIR.test(line));
  const lines = prompt.slice(Math.max(first, 0)).filter((line) => line.trim() !== '');
  const found = lines.flatMap((line) => {
    const [, left, right] = PAIR.exec(line) ?? [];
    return left && right ? [{ left, right: right.trim() }] : [];
  });
  if (choices.length > 0 || found.length < 2 || found.length < lines.length) return null;
  const rights = [...new Set(found.map(({ right }) => right))];
  const sides = [
    ...found.map(({ left }, index) => [`a${index + 1}`, { text: left }] as const),
    ...rights.map((text, index) => [`b${index + 1}`, { text }] as const),
  ];
  return {
    key: keyOf(heading) || 'question',
    kind: 'matching',
    points: 1,
    choices: [],
    pairs: found.map(({ right }, index) => ({
      left: `a${index + 1}`,
      right: `b${rights.indexOf(right) + 1}`,
    })),
    texts: {
      en: {
        prompt: textOf(prompt.slice(0, first)),
        choices: Object.fromEntries(sides),
        explanation: explanation.join('\n').trim(),
      },
    },
  };
}

function partsOf(marker: string, body: Line[]): Parts {
  const asked = MARKER.exec(marker)?.[1] ?? '';
  const parts: Parts = {
    prompt: asked.split('||').flatMap((part) => [part.trim(), '']),
    choices: [],
    explanation: [],
    shuffle: false,
  };
  let explaining = false;
  for (const { text } of body) {
    if (text.trim() === '[Explanation]') {
      explaining = !explaining;
      continue;
    }
    const choice = explaining ? null : CHOICE.exec(text);
    const last = parts.choices.at(-1);
    if (choice) {
      parts.choices.push({ several: choice[1] === '[', right: choice[3] !== '', text: choice[4] ?? '' });
      parts.shuffle ||= choice[2] === '!';
    } else if (explaining) parts.explanation.push(text);
    else if (last && text.trim() !== '') last.text += ` ${text.trim()}`;
    else if (!last) parts.prompt.push(text);
  }
  return parts;
}

function kindOf({ choices }: Parts): QuestionKind | null {
  if (choices.length < 2) return null;
  if (choices.every(({ several }) => several)) return 'multiple';
  if (choices.some(({ several }) => several)) return null;
  const words = choices
    .map(({ text }) =>
      text
        .replace(FEEDBACK, '')
        .replace(/[.\s]+$/, '')
        .toLowerCase(),
    )
    .sort();
  return words.length === 2 && words[0] === 'false' && words[1] === 'true' ? 'trueFalse' : 'single';
}

function feedbackOf(text: string): { text: string; feedback: string } {
  const said = [...text.matchAll(FEEDBACK)].map((found) => found[2] ?? '');
  return { text: text.replace(FEEDBACK, '').trim(), feedback: said.join(' ') };
}
