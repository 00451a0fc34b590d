import { createHash } from 'node:crypto';
import type { Marking } from '../../marking/rules.ts';
import { type Canonical, canonical } from '../../record/canonical.ts';
import type { VersionContent } from './schemas.ts';

/** Ties a sealed version to its row, so that it opens nowhere else. */
export const versionAad = (id: string) => `text-version:${id}`;

/** What a version says, by the key of its text. */
export const versionContent = (
  open: (sealed: Buffer, aad: string) => string,
  { id, sealed }: { id: string; sealed: Buffer },
) => JSON.parse(open(sealed, versionAad(id))) as VersionContent;

/** Ties what is sealed beside a text (an amendment, a position, a reservation) to its row. */
export const besideAad = (
  what: 'amendment' | 'position' | 'reservation' | 'statement' | 'silence' | 'decision' | 'action',
  id: string,
) => `${what}:${id}`;

/** The key's container for what a delegation writes beside a text for itself: nobody shares it, not even the text. */
export function marginContainer(textId: string, partyId: string): string {
  const digest = createHash('sha256').update(`margin:${textId}:${partyId}`).digest('hex');
  return [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`]
    .concat(digest.slice(20, 32))
    .join('-');
}

/** Ties a note in the margin to its row. */
export const marginAad = (id: string) => `margin:${id}`;

/**
 * What a version is known by: SHA-256, in hex, over the canonical JSON of its title, its marking and its paragraphs.
 * The chair's note is about it and not part of it.
 */
export function contentHash(title: string, marking: Marking, content: VersionContent): string {
  const what: Canonical = { title, marking: hashedMarking(marking), paragraphs: content.paragraphs };
  return createHash('sha256').update(canonical(what)).digest('hex');
}

/** A marking as a version's hash is over it: parties by their ids, every list in order. */
export function hashedMarking({ level, releasableTo, onlyFor, caveats, originator }: Marking) {
  const sorted = (words: readonly string[]) => [...words].sort();
  return {
    ...{ level, originator },
    ...{ releasableTo: sorted(releasableTo), onlyFor: sorted(onlyFor), caveats: sorted(caveats) },
  };
}
