import { piecesOf } from '@concord/api/features/texts/odd-characters';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { oddLooks } from './word-looks.ts';

/** Words in which no character hides: what turns the direction, cannot be seen or looks like another is named. */
export function OddWords({ text }: { text: string }) {
  const pieces = piecesOf(text);
  const [first] = pieces;
  if (pieces.length <= 1 && (!first || first.odd === null)) return text;
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place alone
    <Fragment key={index}>{piece.odd === null ? piece.text : <OddSign piece={piece} />}</Fragment>
  ));
}

type Odd = Exclude<ReturnType<typeof piecesOf>[number], { odd: null }>;

/** A letter that looks like another stands with the name of its script; of the others the name alone. */
function OddSign({ piece }: { piece: Odd }) {
  const t = useTranslations('texts.odd');
  const name = piece.odd === 'lookalike' ? t(`scripts.${piece.script}`) : t(piece.odd, { code: piece.code });
  return (
    <bdi className={oddLooks.piece}>
      {piece.odd === 'lookalike' ? piece.text : null}
      <span className={oddLooks.name}>{name}</span>
    </bdi>
  );
}
