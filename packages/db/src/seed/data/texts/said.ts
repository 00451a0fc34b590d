import type { reservationKinds, stances } from '../../../schema/texts.ts';

/** What is said of a text's version, by the key of the text and of whoever said it for their nation. */
type SaidSeed = {
  readonly text: string;
  readonly version: number;
  readonly by: string;
  readonly words: string;
};

/** A nation's position; one that is only prepared waits inside its delegation. */
export type PositionSeed = SaidSeed & {
  readonly stance: (typeof stances)[number];
  readonly instructed: boolean;
  readonly preparedOnly?: boolean;
};

/** A nation's doubt about paragraphs, by their keys; none means the whole text. */
export type ReservationSeed = SaidSeed & {
  readonly kind: (typeof reservationKinds)[number];
  readonly paragraphs: readonly string[];
  readonly expectedInDays: number | null;
};

/** Something said for the record. */
export type StatementSeed = SaidSeed & { readonly kind: 'explanation' | 'interpretation' };

/** What a delegation notes for itself beside a paragraph, or beside the whole text. */
export type NoteSeed = {
  readonly text: string;
  readonly by: string;
  readonly paragraph: string | null;
  readonly words: string;
};
