import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { BesideParagraph, reservedOf } from './beside-paragraph.tsx';
import { BracketWords } from './bracket-words.tsx';
import { ParagraphRow } from './paragraph-row.tsx';
import type { BracketView, PlacedParagraph, Room, Words } from './types.ts';

type Props = { room: Room; words: Words; bracketed: boolean };

const bracketsIn = ({ parts }: PlacedParagraph) =>
  parts.filter((part): part is BracketView => 'bracket' in part);

/** The words of a version, paragraph by paragraph; bracketed, with who keeps which words in the text. */
export function PlainParagraphs({ room, words, bracketed }: Props) {
  const t = useTranslations('texts');
  const open = words.paragraphs.flatMap(bracketsIn).length;
  return (
    <>
      {words.note ? <ChairNote note={words.note} /> : null}
      {room.seated && open > 0 ? (
        <p className="mb-2 text-sm text-ink-2">{t('bracketsOpen', { count: open })}</p>
      ) : null}
      {words.paragraphs.map((paragraph) => (
        <ParagraphRow
          key={paragraph.id}
          {...paragraph}
          open={
            room.seated &&
            (bracketsIn(paragraph).length > 0 || reservedOf(room.beside, paragraph.id).length > 0)
          }
          aside={<BesideParagraph id={paragraph.id} beside={room.beside} />}
        >
          {paragraph.parts.map((part, index) =>
            'bracket' in part ? (
              <BracketWords key={part.bracket} bracket={part} textId={room.id} bracketed={bracketed} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: words have no name of their own; their place is what they are
              <Fragment key={index}>{part.text}</Fragment>
            ),
          )}
        </ParagraphRow>
      ))}
    </>
  );
}

function ChairNote({ note }: { note: string }) {
  const t = useTranslations('texts');
  return (
    <p className="mb-4 max-w-measure border-l-3 border-line-strong pl-3 text-sm whitespace-pre-line text-ink-2 wrap-anywhere">
      <span className="font-semibold">{t('chairNote')}</span> {note}
    </p>
  );
}
