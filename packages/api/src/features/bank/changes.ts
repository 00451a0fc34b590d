import type { QuestionBody, QuestionTexts } from './body.ts';

/** One thing that differs between two versions; `what` names it, `language` and `part` say where. */
export type Change = {
  what: 'prompt' | 'explanation' | 'part' | 'feedback' | 'rule';
  language: string | null;
  part: string | null;
  before: string;
  after: string;
};

/** What differs between two versions of a question, text by text and rule by rule. */
export function changesBetween(before: QuestionBody, after: QuestionBody): Change[] {
  const languages = [...new Set([...Object.keys(before.texts), ...Object.keys(after.texts)])];
  const texts = languages.flatMap((language) =>
    textChanges(language, before.texts[language], after.texts[language]),
  );
  return [...texts, ...ruleChanges(before, after)].filter((one) => one.before !== one.after);
}

function textChanges(language: string, before?: QuestionTexts, after?: QuestionTexts): Change[] {
  const keys = [...new Set([...Object.keys(before?.parts ?? {}), ...Object.keys(after?.parts ?? {})])];
  const change = (
    what: Change['what'],
    part: string | null,
    pick: (said: QuestionTexts) => string | undefined,
  ) => ({
    what,
    language,
    part,
    before: (before && pick(before)) ?? '',
    after: (after && pick(after)) ?? '',
  });
  return [
    change('prompt', null, ({ prompt }) => prompt.source),
    ...keys.flatMap((key) => [
      change('part', key, ({ parts }) => parts[key]?.text.source),
      change('feedback', key, ({ parts }) => parts[key]?.feedback.source),
    ]),
    change('explanation', null, ({ explanation }) => explanation.source),
  ];
}

function ruleChanges(before: QuestionBody, after: QuestionBody): Change[] {
  const [old, fresh] = [rulesOf(before), rulesOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].map((path) => ({
    what: 'rule',
    language: null,
    part: path,
    before: old.get(path) ?? '',
    after: fresh.get(path) ?? '',
  }));
}

/** Everything but the texts, each value by where it stands; things with a key are named by it. */
function rulesOf({ texts: _, ...rules }: QuestionBody): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) {
      found.set(path, String(value ?? ''));
      return;
    }
    for (const [name, inner] of Object.entries(value))
      walk(inner, `${path}${path && ' › '}${nameOf(name, inner, value)}`);
  };
  walk(rules, '');
  return found;
}

function nameOf(name: string, inner: unknown, within: object): string {
  if (!Array.isArray(within)) return name;
  const key = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'key') : undefined;
  return typeof key === 'string' ? key : String(Number(name) + 1);
}
