import 'server-only';
import { hash } from 'node:crypto';
import { heldTexts } from './texts.ts';
import type { PlacedText } from './use-texts.ts';

/** 72 bits tell the texts of one reader's pages apart. */
const DIGEST_LENGTH = 12;

/**
 * A text for the element of this id, which is carried once: in a document as that element alone, and not again beside it
 * as what the page's script is made of.
 */
export function hold(id: string, html: string): PlacedText {
  const digest = hash('sha1', html, 'base64url').slice(0, DIGEST_LENGTH);
  const texts = heldTexts();
  if (!texts) return { id, digest, html };
  texts.set(digest, html);
  return { id, digest };
}
