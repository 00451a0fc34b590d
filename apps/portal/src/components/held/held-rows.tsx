'use client';

import { type PlacedText, useTexts } from './use-texts.ts';

type Props = { rows: readonly PlacedText[]; label: string; className?: string };

/**
 * A list of rows that are texts. A row that says the same after a refresh is left as it is in the document, with what
 * its reader has open or marked in it.
 */
export function HeldRows({ rows, label, className }: Props) {
  const texts = useTexts(rows);
  return (
    <ol aria-label={label} className={className}>
      {rows.map(({ id }, index) => (
        <li
          key={id}
          id={id}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, which escapes
          dangerouslySetInnerHTML={{ __html: texts[index] ?? '' }}
        />
      ))}
    </ol>
  );
}
