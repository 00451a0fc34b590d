'use client';

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import type { ReactNode } from 'react';
import type { Messages } from '../messages.ts';
import { withText } from './add-words.ts';
import type { Words } from './pick-words.ts';

/** Adds words to those of the providers around it. They come as one JSON text: React would visit each word four times. */
export function MoreWords({ text, children }: { text: string; children: ReactNode }) {
  const messages = withText(useMessages() as Words, text);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages as Messages}>
      {children}
    </NextIntlClientProvider>
  );
}
