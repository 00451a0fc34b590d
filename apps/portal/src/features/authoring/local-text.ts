type Kept = { text: string; base: string | null };

/** What was typed, as this browser keeps and compares it: words as they are, fields as JSON in the order of their names. */
export function written(value: unknown): string {
  if (typeof value === 'string') return value;
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(fields ? Object.fromEntries(Object.entries(value).sort()) : value);
}

const nameOf = (place: string) => `concord.authoring.${place}`;

/** What was typed at a place and is not known to be on the server, or null. */
export function localText(place: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(place)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps in this browser what was typed; without room for it, the server is the only place. */
export function keepLocal(place: string, kept: Kept): void {
  try {
    localStorage.setItem(nameOf(place), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing says so by throwing; saving goes on without it.
  }
}

/** The server has it. */
export function forgetLocal(place: string): void {
  try {
    localStorage.removeItem(nameOf(place));
  } catch {
    // As above.
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
