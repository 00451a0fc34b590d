import { piecesOf } from '@concord/api/features/texts/odd-characters';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';

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
    <bdi className="rounded-sm border border-warn bg-warn-wash px-0.5 text-warn">
      {piece.odd === 'lookalike' ? piece.text : null}
      <span className="ml-0.5 align-super text-[0.62rem] font-semibold">{name}</span>
    </bdi>
  );
}
