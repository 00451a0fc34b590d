import { shortName } from '../naming.ts';
import { readAnswer } from './gift-answer.ts';
import { protect, restore, takeFormat } from './gift-signs.ts';
import { plainWords, toMarkdown } from './markup.ts';
import type { Reading } from './types.ts';

type Block = { line: number; text: string; tags: string[]; id: string | null };

/** Reads a file in GIFT: questions between blank lines, comments and categories on lines of their own. */
export function readGift(text: string, reading: Reading): void {
  let category: string[] = [];
  for (const block of blocksOf(text)) {
    const [, path] = /^\$CATEGORY:\s*(.+)$/.exec(block.text) ?? [];
    if (path !== undefined) category = categoryPath(path);
    else if (block.text.trim() !== '') readQuestion(block, category, reading);
  }
}

/** Stretches of lines that belong together. A brace left open goes on over blank lines, up to the next title. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: (Block & { lines: string[] }) | null = null;
  let [tags, id]: [string[], string | null] = [[], null];
  const close = () => {
    if (open) blocks.push({ ...open, text: open.lines.join('\n').trim() });
    open = null;
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*\/\//.test(line)) {
      const marks = [...line.matchAll(/\[(tag|id):((?:[^\]\\]|\\.)+)\]/g)];
      for (const [, what, value = ''] of marks) {
        if (what === 'tag') tags.push(value.replace(/\\(.)/g, '$1'));
        else id = value.replace(/\\(.)/g, '$1');
      }
      continue;
    }
    const held: string[] = open ? (open as { lines: string[] }).lines : [];
    const braced = held.length > 0 && isOpen(held.join('\n'));
    if (/^\s*\$CATEGORY:/.test(line) && !braced) {
      close();
      blocks.push({ line: index + 1, text: line.trim(), tags: [], id: null });
    } else if (line.trim() === '' && !braced) close();
    else if (/^\s*::/.test(line) && braced) {
      close();
      open = { line: index + 1, text: '', lines: [line], tags: [], id: null };
    } else if (open) (open as { lines: string[] }).lines.push(line);
    else {
      open = { line: index + 1, text: '', lines: [line], tags, id };
      [tags, id] = [[], null];
    }
  }
  close();
  return blocks;
}

function isOpen(text: string): boolean {
  const signs = protect(text);
  return signs.lastIndexOf('{') > signs.lastIndexOf('}');
}

function categoryPath(path: string): string[] {
  return path
    .replace(/^\$(?:course|system|cat\d*|module)\$\/?/i, '')
    .replace(/\/\//g, '\u0000')
    .split('/')
    .map((name) => name.replaceAll('\u0000', '/').trim())
    .filter((name, index) => name !== '' && !(index === 0 && name === 'top'));
}

function readQuestion(block: Block, category: string[], reading: Reading): void {
  const { line } = block;
  let rest = protect(block.text);
  const [whole, title] = /^::([\s\S]*?)::\s*/.exec(rest) ?? [];
  if (whole !== undefined) rest = rest.slice(whole.length);
  const markup = takeFormat(rest);
  rest = markup.rest;
  const from = rest.indexOf('{');
  const to = rest.lastIndexOf('}');
  if (from === -1) {
    reading.problem(line, 'descriptionLeft', { name: shortName(plainWords(restore(rest)), 60) });
    return;
  }
  if (to < from) {
    reading.problem(line, 'braceOpen');
    return;
  }
  const [before, after] = [rest.slice(0, from).trim(), rest.slice(to + 1).trim()];
  const asked = restore(after === '' ? before : `${before} _____ ${after}`);
  const prompt = toMarkdown(asked, markup.is ?? 'auto');
  const body = readAnswer(rest.slice(from + 1, to).trim(), {
    prompt,
    markup: markup.is ?? 'auto',
    line,
    reading,
  });
  if (!body) return;
  const name = shortName(plainWords(restore(title ?? '') || asked)) || `${line}`;
  const key = block.id ?? `${category.join('/')}/${title === undefined ? plainWords(asked) : restore(title)}`;
  reading.questions.push({ line, key, name, category, tags: block.tags, body });
}
