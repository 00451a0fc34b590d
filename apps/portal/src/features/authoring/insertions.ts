/** What a tool puts around what is chosen, or around words that stand in for it. */
export type Insertion = { before: string; placeholder: string; after: string };

/** The tools over a text, with the sign on each. */
export const insertions = [
  { name: 'heading', sign: 'H', before: '\n## ', after: '\n' },
  { name: 'bold', sign: 'B', before: '**', after: '**' },
  { name: 'list', sign: '•', before: '\n- ', after: '\n' },
  { name: 'link', sign: '↗', before: '[', after: '](https://)' },
  { name: 'callout', sign: '!', before: '\n> [!NOTE]\n> ', after: '\n' },
  { name: 'code', sign: '{ }', before: '\n```python\n', after: '\n```\n' },
  { name: 'table', sign: '▦', before: '\n| ', after: ' |  |\n|---|---|\n|  |  |\n' },
  { name: 'footnote', sign: '¹', before: '[^1]\n\n[^1]: ', after: '\n' },
] as const;

/** The text with something put in at a selection, and what is chosen afterwards. */
export function insertAt(text: string, from: number, to: number, { before, placeholder, after }: Insertion) {
  const inside = text.slice(from, to) || placeholder;
  const lead = before.startsWith('\n') && (from === 0 || text[from - 1] === '\n') ? before.slice(1) : before;
  const start = from + lead.length;
  return {
    text: `${text.slice(0, from)}${lead}${inside}${after}${text.slice(to)}`,
    from: start,
    to: start + inside.length,
  };
}
