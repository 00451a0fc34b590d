import { childOf, childrenOf, wordsOf } from '../../../xml.ts';
import type { QuestionBodyInput } from '../body.ts';
import { matchingBody, wordsTaken } from './gift-answer.ts';
import { typedWords } from './markup.ts';
import type { MoodleTexts } from './moodle-texts.ts';
import { keyed, keysFor, wholeShares } from './parts.ts';

type Reader = (texts: MoodleTexts) => QuestionBodyInput | null;

const isTrue = (text: string) => text === '1' || text.toLowerCase() === 'true';

const multichoice: Reader = (texts) => {
  const answers = texts.answers();
  const single = isTrue(wordsOf(texts.element, 'single') || 'true');
  const given = answers.map(({ share }) => share);
  const [shares, scaled] = single ? [given, false] : wholeShares(given);
  if (scaled) texts.problem('sharesScaled');
  const parts = keyed(answers.map(({ text, feedback }) => ({ text, feedback })));
  const choices = Object.keys(parts).map((key, index) => ({ key, share: shares[index] ?? 0 }));
  const shuffle = isTrue(wordsOf(texts.element, 'shuffleanswers') || 'true');
  return { kind: single ? 'single' : 'multiple', texts: texts.all(parts), choices, shuffle };
};

const truefalse: Reader = (texts) => {
  const answers = texts.answers();
  const right = answers.find(({ share }) => share === 100);
  if (!right) return missing(texts);
  const told = (word: string) => answers.find(({ raw }) => raw.toLowerCase() === word)?.feedback ?? '';
  const parts = { true: { text: '', feedback: told('true') }, false: { text: '', feedback: told('false') } };
  const silent = parts.true.feedback === '' && parts.false.feedback === '';
  return {
    kind: 'trueFalse',
    right: right.raw.toLowerCase() === 'true',
    texts: texts.all(silent ? {} : parts),
  };
};

const shortanswer: Reader = (texts) => {
  const exact = wordsOf(texts.element, 'usecase') === '1';
  const answers = texts.answers().filter(({ share, raw }) => !(share <= 0 && raw === '*'));
  if (texts.answers().some(({ feedback }) => feedback !== '')) texts.problem('feedbackLeft');
  const accepted = answers.map(({ raw, share }) => ({ ...wordsTaken(typedWords(raw), exact), share }));
  if (accepted.length === 0) return missing(texts);
  if (exact && accepted.some(({ kind }) => kind === 'wildcard')) texts.problem('caseLeft');
  return { kind: 'shortText', texts: texts.all(), accepted: { [texts.reading.language]: accepted } };
};

const numerical: Reader = (texts) => {
  const answers = texts.answers();
  if (answers.some(({ feedback }) => feedback !== '')) texts.problem('feedbackLeft');
  const accepted = answers.flatMap(({ raw, share, element }) => {
    const [value, tolerance] = [toNumber(raw), toNumber(wordsOf(element, 'tolerance') || '0')];
    if (raw === '*' || !Number.isFinite(value)) return [];
    return [{ value, tolerance: Math.abs(tolerance) || 0, share }];
  });
  if (accepted.length === 0) {
    texts.problem('numberUnreadable', { text: answers[0]?.raw.slice(0, 60) ?? '' });
    return null;
  }
  const units = unitsOf(texts);
  const penalty =
    units.length > 0 ? Math.min(100, toNumber(wordsOf(texts.element, 'unitpenalty') || '0') * 100) : 0;
  const graded = wordsOf(texts.element, 'unitgradingtype') !== '0';
  return {
    kind: 'numeric',
    texts: texts.all(),
    accepted,
    units,
    unitPenalty: graded && penalty > 0 ? penalty : 0,
  };
};

/** Units: there, what a unit multiplies the right number by; here, what turns one of it into the first unit. */
function unitsOf(texts: MoodleTexts): { name: string; factor: number }[] {
  return childrenOf(childOf(texts.element, 'units') ?? texts.element, 'unit').flatMap((unit) => {
    const name = wordsOf(unit, 'unit_name');
    const multiplier = toNumber(wordsOf(unit, 'multiplier') || '1');
    if (name !== '' && multiplier > 0) return [{ name, factor: Number((1 / multiplier).toPrecision(12)) }];
    texts.problem('unitLeft', { unit: name });
    return [];
  });
}

const matching: Reader = (texts) => {
  const rows = childrenOf(texts.element, 'subquestion').map((row) => ({
    left: texts.read(row),
    right: texts.read(childOf(row, 'answer'), 'auto'),
  }));
  return rows.filter(({ left }) => left !== '').length < 2
    ? missing(texts)
    : matchingBody(rows, (parts) => texts.all(parts));
};

/** Gaps `[[1]]`, `[[2]]` … of a text, each filled from the words of its group. */
const gapsFrom =
  (element: 'selectoption' | 'dragbox'): Reader =>
  (texts) => {
    const words = childrenOf(texts.element, element).map((option) => ({
      text: texts.read(option, 'auto'),
      group: wordsOf(option, 'group') || '1',
    }));
    const keys = keysFor(words.length, 'w');
    const prompt = childOf(texts.element, 'questiontext');
    const asked: string[] = [];
    const source = texts.read(prompt).replace(/(?:\\?\[){2}(\d+)(?:\\?\]){2}/g, (_, number: string) => {
      asked.push(number);
      return `[[g-${asked.length}]]`;
    });
    if (asked.length === 0) return missing(texts);
    const gaps = asked.map((number, index) => {
      const right = Number(number) - 1;
      const group = words[right]?.group;
      const choices = words.flatMap((word, at) =>
        word.group === group ? [{ key: keys[at] ?? '', share: at === right ? 100 : 0 }] : [],
      );
      return { key: `g-${index + 1}`, kind: 'choice' as const, choices };
    });
    const parts = Object.fromEntries(words.map(({ text }, index) => [keys[index] ?? '', { text }]));
    return { kind: 'gapText', texts: texts.all(parts, source), gaps };
  };

const essay: Reader = (texts) => {
  const number = (name: string) => Number(wordsOf(texts.element, name)) || null;
  const guidance = texts.read(childOf(texts.element, 'graderinfo'));
  const attachments = Number(wordsOf(texts.element, 'attachments')) || 0;
  if (wordsOf(texts.element, 'responseformat') === 'noinline') {
    const maxFiles = attachments < 1 ? 10 : Math.min(10, attachments);
    return { kind: 'file', texts: texts.all(), maxFiles, guidance };
  }
  if (attachments !== 0) texts.problem('attachmentsLeft');
  const [minWords, maxWords] = [number('minwordlimit'), number('maxwordlimit')];
  return { kind: 'essay', texts: texts.all(), minWords, maxWords, guidance };
};

const ordering: Reader = (texts) => {
  const answers = texts.answers();
  if (answers.length < 2) return missing(texts);
  const parts = keyed(answers.map(({ text }) => ({ text })));
  const graded = wordsOf(texts.element, 'gradingtype');
  const credit =
    graded === '-1' || graded === 'ALL_OR_NOTHING'
      ? 'whole'
      : /^(?:0|ABSOLUTE)/.test(graded)
        ? 'place'
        : 'pairs';
  return { kind: 'ordering', texts: texts.all(parts), order: Object.keys(parts), credit };
};

/** The types of question that are carried, by the names Moodle gives them. */
export const kinds: Readonly<Record<string, Reader | undefined>> = {
  multichoice,
  truefalse,
  shortanswer,
  numerical,
  matching,
  ddmatch: matching,
  gapselect: gapsFrom('selectoption'),
  ddwtos: gapsFrom('dragbox'),
  essay,
  ordering,
};

function missing(texts: MoodleTexts): null {
  texts.problem('answerMissing');
  return null;
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
}
