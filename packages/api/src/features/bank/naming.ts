/** A text as a name: one line, cut after a word where it is long. */
export function shortName(text: string, most = 120): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most - 1).replace(/\s+\S*$/u, '')}…`;
}
