'use client';

import { type PlacedText, useTexts } from './use-texts.ts';

type Props = { as?: 'div' | 'ol'; text: PlacedText; language?: string; className?: string };

/** One long text of a page. */
export function HeldBlock({ as: Tag = 'div', text, language, className }: Props) {
  const [html] = useTexts([text]);
  return (
    <Tag
      id={text.id}
      lang={language}
      className={className}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, or sanitised when it was written
      dangerouslySetInnerHTML={{ __html: html ?? '' }}
    />
  );
}
