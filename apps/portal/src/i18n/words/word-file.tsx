'use client';

import dynamic from 'next/dynamic';
import { NextIntlClientProvider } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import type { Locale } from '../locales.ts';
import type { Words } from './pick-words.ts';

type Props = { locale: Locale; timeZone: string; children: ReactNode };

const files = {
  en: dynamic<Props>(async () => providerOf((await import('./en.words')).default)),
  fr: dynamic<Props>(async () => providerOf((await import('./fr.words')).default)),
};

/** The words of every page, from the file of their language: the frame's own provider. */
export function WordFile(props: Props) {
  const File = files[props.locale];
  return <File {...props} />;
}

/** One provider for a file, made when the file has come. */
function providerOf(words: Words) {
  const messages = words as ComponentProps<typeof NextIntlClientProvider>['messages'];
  return (props: Props) => <NextIntlClientProvider {...props} messages={messages} />;
}
