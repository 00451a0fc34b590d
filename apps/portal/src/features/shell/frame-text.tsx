'use client';

import { usePathname } from 'next/navigation';
import { useLayoutEffect, useRef, useState } from 'react';
import { type PlacedText, useTexts } from '#components/held/use-texts.ts';
import { patchText } from './patch-text.ts';
import { markSection } from './sections.ts';

type Props = { as: 'header' | 'nav'; text: PlacedText; label?: string; className: string };

/**
 * A part of the frame, which is one text. It stays from page to page, so the section one is in is marked here; and what it
 * says after a refresh is put into what stands there.
 */
export function FrameText({ as: Tag, text, label, className }: Props) {
  const [html = ''] = useTexts([text]);
  const pathname = usePathname();
  const [first] = useState(html);
  const shown = useRef(html);
  const place = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    if (!place.current) return;
    if (html !== shown.current) {
      shown.current = html;
      const wanted = place.current.cloneNode() as HTMLElement;
      wanted.innerHTML = html;
      patchText(place.current, wanted);
    }
    markSection(place.current, pathname);
  }, [html, pathname]);

  return (
    <Tag
      ref={place}
      id={text.id}
      aria-label={label}
      className={className}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, which escapes
      dangerouslySetInnerHTML={{ __html: first }}
    />
  );
}
