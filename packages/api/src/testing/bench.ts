import { hashToken } from '../context.ts';
import { contentOf, contributionAad } from '../features/contributions/content.ts';
import type { AmendmentContent, VersionContent } from '../features/texts/schemas.ts';
import { besideAad, versionAad } from '../features/texts/seals.ts';
import { encrypt, Keyring } from '../sealing/keyring.ts';

/** How a session's token is stored. */
export function storedToken(token: string): string {
  return hashToken(token);
}

/** Makes the keys of containers as the portal does, in bulk. */
export function keyring(kek: Buffer): Keyring {
  return new Keyring(kek);
}

/** What is sealed of a contribution: rendered as a person's own would be. */
export function benchContent(source: string, number: number): Buffer {
  return Buffer.from(JSON.stringify(contentOf(source, { id: `bench-${number}`, language: 'en' })), 'utf8');
}

/** Seals it for one contribution, under the key of its thread, so that it opens there and nowhere else. */
export function sealContribution(key: Buffer, content: Buffer, contributionId: string): Buffer {
  return encrypt(key, content, contributionAad(contributionId, 1));
}

/** Seals a version of a text, under the text's key. */
export function sealVersion(key: Buffer, content: VersionContent, versionId: string): Buffer {
  return encrypt(key, Buffer.from(JSON.stringify(content), 'utf8'), versionAad(versionId));
}

/** Seals an amendment, under the text's key. */
export function sealAmendment(key: Buffer, content: AmendmentContent, amendmentId: string): Buffer {
  return encrypt(key, Buffer.from(JSON.stringify(content), 'utf8'), besideAad('amendment', amendmentId));
}
