import type { files } from '@concord/db/schema/system';

type Row = typeof files.$inferSelect;
const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** What files are called in an archive: by their content, so that the same course has the same names everywhere. */
export class FileNames {
  readonly #rows: ReadonlyMap<string, Row>;
  readonly #used = new Map<string, Row>();

  constructor(rows: readonly Row[]) {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
  }

  /** The path of a file in the archive, which then has to hold it; null for one that is not the course's. */
  pathOf(id: string): string | null {
    const row = this.#rows.get(id);
    if (!row) return null;
    const path = `files/${row.sha256.slice(0, 32)}`;
    if (!this.#used.has(path)) this.#used.set(path, row);
    return path;
  }

  /** A Markdown text with paths in place of addresses. */
  inText(text: string, prefix: string): string {
    return text.replace(new RegExp(`/api/files/(${ID})`, 'g'), (whole, id: string) => {
      const path = this.pathOf(id);
      return path ? `${prefix}${path}` : whole;
    });
  }

  /** A JSON value with paths in place of addresses and of ids of pictures. */
  inJson(value: unknown): unknown {
    const json = this.inText(JSON.stringify(value), '');
    const named = json.replace(new RegExp(`"imageFileId":"(${ID})"`, 'g'), (whole, id: string) => {
      const path = this.pathOf(id);
      return path ? `"imageFileId":"${path}"` : whole;
    });
    return JSON.parse(named);
  }

  /** Every file that was named, by path. */
  used(): { path: string; row: Row }[] {
    return [...this.#used].map(([path, row]) => ({ path, row })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** A question's body without what was rendered from it: it is rendered anew where it is taken in. */
export function withoutHtml(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutHtml);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const rich = 'source' in value && 'html' in value;
  return Object.fromEntries(
    entries.filter(([name]) => !rich || name !== 'html').map(([name, inner]) => [name, withoutHtml(inner)]),
  );
}
