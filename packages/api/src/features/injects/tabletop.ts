import type { SheetLine } from './sheet.ts';
import { type SheetField, sheetFields } from './words.ts';

const MINUTES_APART = 10;
const MOST_TEXT = 7_900;

/**
 * A tabletop scenario as authors publish it (docs/formats/tabletop.md): a folder, packed, with the scenario in Markdown and
 * the logs that players are shown, numbered by the step of the attack they belong to. The scenario opens the exercise and
 * each log becomes an inject, in order; null where it is no such folder.
 */
export function tabletopLines(files: ReadonlyMap<string, Uint8Array>, firstFree: number) {
  const scenario = [...files.keys()].find((path) => /scenario[^/]*\.md$/i.test(path));
  if (!scenario) return null;
  const { title, text } = scenarioOf(textOf(files, scenario), scenario);
  const logs = [...files.keys()]
    .flatMap((path) => {
      const found = /(?:^|\/)(\d{1,3})_([^/]+)\.(ya?ml|json|txt|log|md|csv)$/i.exec(path);
      return found ? [{ path, step: Number(found[1]), name: found[2] ?? '' }] : [];
    })
    .sort((a, b) => a.step - b.step || a.path.localeCompare(b.path));
  const opening = lineOf(1, { number: String(firstFree), minute: '+0:00', title, text, storyline: title });
  const lines = logs.map(({ path, step, name }, index) => {
    const minutes = (index + 1) * MINUTES_APART;
    return lineOf(index + 2, {
      ...{ number: String(firstFree + index + 1), title: `${step}. ${spaced(name)}`.slice(0, 200) },
      ...{
        minute: `+${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
        means: 'Event log',
      },
      ...{ text: shortened(textOf(files, path)), storyline: title, after: String(firstFree + index) },
    });
  });
  return { lines: [opening, ...lines], columns: [...sheetFields] };
}

function lineOf(line: number, words: Partial<Record<SheetField, string>>): SheetLine {
  return { line, cells: sheetFields.map((field) => ({ words: words[field] ?? '', number: null })) };
}

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const text = Buffer.from(files.get(path) ?? []).toString('utf8');
  // Logs may hold the control characters that a text of ours may not.
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Surrogate}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ' '))
    .trim();
}

/** The scenario's name is its last heading before the first words; its text is what follows. */
function scenarioOf(markdown: string, path: string): { title: string; text: string } {
  const lines = markdown.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const heads = lines.slice(0, first === -1 ? lines.length : first).filter((line) => line.startsWith('#'));
  const name = (heads.at(-1) ?? spaced(path.replace(/^.*\/|\.md$/gi, ''))).replace(/^#+\s*/, '').trim();
  const text = first === -1 ? '' : lines.slice(first).join('\n');
  return { title: name.slice(0, 200) || 'Scenario', text: shortened(text) };
}

const spaced = (name: string) => name.replaceAll('_', ' ').trim();
const shortened = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}\n…` : text);
