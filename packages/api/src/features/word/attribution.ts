const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const MENTION = new RegExp(`@\\[(${UUID})\\]`, 'gi');
/** How a quotation leads: `[Ilse Varga](/consult/threads/…?at=…#c-…)`. */
const LEAD = new RegExp(
  `\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(/consult/threads/${UUID}\\?at=(${UUID})[^)\\s]*\\)`,
  'gi',
);

/** What is known of the people a text names. */
export type Attribution = {
  names: ReadonlyMap<string, string>;
  /** Entries that go out without saying whose they are. */
  personal: ReadonlySet<string>;
  /** What stands in the place of whoever made such a remark. */
  remark: string;
};

/**
 * A text as it leaves the portal: mentions as names, links back into a thread as words, and a quotation of a personal
 * remark without the name of who made it.
 */
export function attributed(source: string, { names, personal, remark }: Attribution): string {
  return source
    .replace(LEAD, (_, author: string, id: string) => (personal.has(id.toLowerCase()) ? remark : author))
    .replace(MENTION, (typed, id: string) => {
      const name = names.get(id.toLowerCase());
      return name === undefined ? typed : `@${name}`;
    });
}
