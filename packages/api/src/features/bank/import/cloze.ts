import { childOf, decodeEntities } from '../../../xml.ts';
import type { QuestionBodyInput } from '../body.ts';
import { readTolerance } from './gift-numbers.ts';
import { plainWords, toMarkdown } from './markup.ts';
import type { MoodleTexts } from './moodle-texts.ts';
import { keysFor, type Part } from './parts.ts';

type Gap = Extract<QuestionBodyInput, { kind: 'gapText' }>['gaps'][number];
type Entry = { share: number; text: string; feedback: string };

const PLACE = /\{(\d*):([A-Z_]+):((?:\\.|[^\\{}])*)\}/g;
const CHOSEN =
  /^(?:MULTICHOICE|MC|MULTICHOICE_H|MCH|MULTICHOICE_V|MCV|MULTICHOICE_S|MCS|MCHS|MCVS|MULTICHOICE_HS|MULTICHOICE_VS)$/;
const TYPED = /^(?:SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC)$/;
const NUMBER = /^(?:NUMERICAL|NM)$/;

/** A text with embedded answers, as a text with gaps. */
export function readCloze(texts: MoodleTexts): QuestionBodyInput | null {
  const gaps: Gap[] = [];
  const parts: Record<string, Part> = {};
  const weights = new Set<string>();
  let refused: string | null = null;
  const prompt = childOf(texts.element, 'questiontext');
  const asked = texts.read(prompt && { ...prompt, children: prompt.children.map(withPlaces) });

  function withPlaces<Element extends { name: string; text: string }>(element: Element): Element {
    if (element.name !== 'text') return element;
    const text = element.text.replace(PLACE, (_, weight: string, kind: string, source: string) => {
      weights.add(weight || '1');
      const key = `g-${gaps.length + 1}`;
      const gap = gapOf(key, kind, entriesOf(source), texts, parts);
      if (gap) gaps.push(gap);
      else refused = kind;
      return `CONCORDGAP${key}PLACE`;
    });
    return { ...element, text };
  }

  if (refused !== null) {
    texts.problem('kindLeft', { kind: refused, name: plainWords(asked).slice(0, 60) });
    return null;
  }
  if (gaps.length === 0) {
    texts.problem('answerMissing');
    return null;
  }
  if (weights.size > 1) texts.problem('weightsLeft');
  const source = asked.replace(/CONCORDGAP(g-\d+)PLACE/g, '[[$1]]');
  return { kind: 'gapText', texts: texts.all(parts, source), gaps };
}

/** The answers of one place: `=right#feedback~wrong~%50%half`. */
function entriesOf(source: string): Entry[] {
  const signs: string[] = [];
  const held = decodeEntities(source).replace(
    /\\(.)/g,
    (_, sign: string) => `\uf7ff${signs.push(sign) - 1}\uf7fe`,
  );
  const back = (text: string) =>
    text.replace(/\uf7ff(\d+)\uf7fe/g, (_, at: string) => signs[Number(at)] ?? '');
  return held.split('~').flatMap((entry) => {
    const [, right, weight, words = ''] = /^\s*(=)?\s*(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(entry) ?? [];
    const at = words.indexOf('#');
    const text = back(at === -1 ? words : words.slice(0, at)).trim();
    const share = right ? 100 : Number(weight ?? 0);
    return text === '' ? [] : [{ share, text, feedback: at === -1 ? '' : back(words.slice(at + 1)).trim() }];
  });
}

function gapOf(
  key: string,
  kind: string,
  entries: Entry[],
  texts: MoodleTexts,
  parts: Record<string, Part>,
): Gap | null {
  if (CHOSEN.test(kind)) {
    const keys = keysFor(entries.length, key);
    for (const [index, { text, feedback }] of entries.entries())
      parts[keys[index] ?? ''] = { text: toMarkdown(text, 'auto'), feedback: toMarkdown(feedback, 'auto') };
    return {
      key,
      kind: 'choice',
      choices: entries.map(({ share }, index) => ({ key: keys[index] ?? '', share })),
    };
  }
  if (!TYPED.test(kind) && !NUMBER.test(kind)) return null;
  const taken = entries.filter(({ share, text }) => share > 0 && text !== '*');
  if (entries.some(({ feedback }) => feedback !== '')) texts.problem('feedbackLeft');
  const accepted = taken.map(({ share, text }) => ({ ...wordsFor(kind, text, texts), share }));
  return accepted.length === 0
    ? null
    : { key, kind: 'text', accepted: { [texts.reading.language]: accepted } };
}

function wordsFor(kind: string, text: string, texts: MoodleTexts) {
  if (!NUMBER.test(kind)) {
    const wild = /(?<!\\)\*/.test(text);
    return {
      kind: wild ? ('wildcard' as const) : /C$/.test(kind) ? ('exact' as const) : ('folded' as const),
      text,
    };
  }
  const number = readTolerance(text);
  if (number && number.tolerance > 0) texts.problem('gapToleranceLeft', { number: number.value });
  return { kind: 'folded' as const, text: number ? String(number.value) : text };
}
