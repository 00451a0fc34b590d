import type { NamedParagraph } from './types.ts';

/** What a nation says when it breaks silence. */
export type Broken = {
  kind: 'objection' | 'amendment';
  reason: string;
  paragraphs: readonly NamedParagraph[];
};
