import { lineAt } from '../../courses/import/report.ts';

/** The line on which the value at a path of a JSON text begins; of a part that is missing, the line of what should hold it. */
export function lineOfPath(json: string, path: readonly PropertyKey[]): number {
  let at = skipSpace(json, 0);
  for (const step of path) {
    const next = partAt(json, at, step);
    if (next === null) break;
    at = next;
  }
  return lineAt(json, at);
}

/** Where a member of the object, or an element of the list, that begins at `at` begins. */
function partAt(json: string, at: number, step: PropertyKey): number | null {
  const named = json[at] === '{';
  let here = skipSpace(json, at + 1);
  for (let index = 0; here < json.length && json[here] !== ']' && json[here] !== '}'; index += 1) {
    if (named) {
      const end = endOf(json, here);
      const name: unknown = JSON.parse(json.slice(here, end));
      here = skipSpace(json, skipSpace(json, end) + 1);
      if (name === step) return here;
    } else if (index === step) return here;
    here = skipSpace(json, endOf(json, here));
    if (json[here] === ',') here = skipSpace(json, here + 1);
  }
  return null;
}

function skipSpace(json: string, at: number): number {
  let here = at;
  while (here < json.length && ' \t\r\n'.includes(json.charAt(here))) here += 1;
  return here;
}

/** Where the value that begins at `at` ends. */
function endOf(json: string, at: number): number {
  if (json[at] === '"') return endOfString(json, at);
  if (json[at] !== '{' && json[at] !== '[') {
    let here = at + 1;
    while (here < json.length && !',]} \t\r\n'.includes(json.charAt(here))) here += 1;
    return here;
  }
  let depth = 0;
  for (let here = at; here < json.length; ) {
    const sign = json.charAt(here);
    if ('{['.includes(sign)) depth += 1;
    if ('}]'.includes(sign)) depth -= 1;
    here = sign === '"' ? endOfString(json, here) : here + 1;
    if (depth === 0) return here;
  }
  return json.length;
}

function endOfString(json: string, at: number): number {
  let here = at + 1;
  while (here < json.length && json[here] !== '"') here += json[here] === '\\' ? 2 : 1;
  return here + 1;
}
