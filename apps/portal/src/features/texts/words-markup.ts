import { piecesOf } from '@concord/api/features/texts/odd-characters';
import type { useTranslations } from 'next-intl';
import { type Markup, markup } from '#components/markup.ts';
import type { Change } from './types.ts';
import { oddLooks, runLooks } from './word-looks.ts';

/** What words are written with, where they are written as text. */
export type WordWords = {
  changes: ReturnType<typeof useTranslations<'texts.changes'>>;
  odd: ReturnType<typeof useTranslations<'texts.odd'>>;
};

/** As `RunWords`: words that stayed, were struck or written. */
export function runsMarkup(runs: Change['runs'], words: WordWords): Markup[] {
  return runs.map(({ op, text }) => {
    const said = oddMarkup(text, words.odd);
    if (op === 'same') return said;
    const sign = markup`<span class="sr-only">${words.changes(op)} </span>${said}`;
    if (op === 'added') return markup`<ins class="${runLooks.added}">${sign}</ins>`;
    return markup`<del class="${runLooks.removed}">${sign}</del>`;
  });
}

/** As `OddWords`: words in which no character hides. */
export function oddMarkup(text: string, t: WordWords['odd']): Markup {
  return markup`${piecesOf(text).map((piece) => {
    if (piece.odd === null) return markup`${piece.text}`;
    const alike = piece.odd === 'lookalike';
    const name = alike ? t(`scripts.${piece.script}`) : t(piece.odd, { code: piece.code });
    return markup`<bdi class="${oddLooks.piece}">${alike && piece.text}<span class="${oddLooks.name}">${name}</span></bdi>`;
  })}`;
}
