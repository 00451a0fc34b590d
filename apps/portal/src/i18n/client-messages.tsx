import { getLocale, getMessages, getTimeZone } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Namespace } from './messages.ts';
import { MoreWords } from './words/more-words.tsx';
import { pickWords } from './words/pick-words.ts';
import { sharedWords } from './words/shared.ts';
import { WordFile } from './words/word-file.tsx';

/** A namespace, or a part of one: `quiz`, `shell.personMenu`. */
export type ClientWords = Namespace | `${Namespace}.${string}`;

/** Around every page: the language of its client components, their clock's zone, and `sharedWords`. */
export async function FrameMessages({ children }: { children: ReactNode }) {
  const [locale, timeZone] = await Promise.all([getLocale(), getTimeZone()]);
  return (
    <WordFile locale={locale} timeZone={timeZone}>
      {children}
    </WordFile>
  );
}

/** Gives the client components inside it the words they use, beside those of the providers around it. */
export async function ClientMessages({ of, children }: { of: readonly ClientWords[]; children: ReactNode }) {
  return <MoreWords text={textOf(await getMessages(), of)}>{children}</MoreWords>;
}

const texts = new WeakMap<object, Map<string, string>>();

/** The words as JSON, written once in the life of the process. */
function textOf(all: Awaited<ReturnType<typeof getMessages>>, of: readonly ClientWords[]): string {
  const known = texts.get(all) ?? new Map<string, string>();
  texts.set(all, known);
  const key = of.join(' ');
  const text =
    known.get(key) ??
    JSON.stringify(
      pickWords(
        all,
        of.filter((path) => !sharedWords.includes(path)),
      ),
    );
  known.set(key, text);
  return text;
}
