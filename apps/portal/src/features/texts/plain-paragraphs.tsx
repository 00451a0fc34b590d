import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { MarginNotes, MarginPen } from '#features/margin/margin-notes.tsx';
import type { Margin } from '#features/margin/types.ts';
import { BesideParagraph, reservedOf } from './beside-paragraph.tsx';
import { BracketKeepers } from './bracket-keepers.tsx';
import { BracketWords } from './bracket-words.tsx';
import { OddWords } from './odd-words.tsx';
import { ParagraphRow } from './paragraph-row.tsx';
import { ParagraphTools } from './paragraph-tools.tsx';
import type { BracketView, PlacedParagraph, Room, Words } from './types.ts';

type Props = { room: Room; words: Words; bracketed: boolean; margin: Margin };

const bracketsIn = ({ parts }: PlacedParagraph) =>
  parts.filter((part): part is BracketView => 'bracket' in part);

/** The words of a version, paragraph by paragraph; bracketed, with who keeps which words in the text. */
export function PlainParagraphs({ room, words, bracketed, margin }: Props) {
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
          under={<Under room={room} words={words} paragraph={paragraph} bracketed={bracketed} />}
          pen={margin ? <MarginPen id={paragraph.id} number={paragraph.number} /> : null}
          below={<MarginNotes margin={margin} id={paragraph.id} />}
        >
          {paragraph.parts.map((part, index) =>
            'bracket' in part ? (
              <BracketWords key={part.bracket} bracket={part} textId={room.id} bracketed={bracketed} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: words have no name of their own; their place is what they are
              <Fragment key={index}>
                <OddWords text={part.text} />
              </Fragment>
            ),
          )}
        </ParagraphRow>
      ))}
    </>
  );
}

/** What can be done with a paragraph of the newest version, by those who sit in the body. */
type UnderProps = Omit<Props, 'margin'> & { paragraph: PlacedParagraph };

function Under({ room, words, paragraph, bracketed }: UnderProps) {
  const newest = words.number === room.versions[0]?.number;
  if (!room.seated || !newest) return null;
  const { id, number } = paragraph;
  return (
    <>
      {bracketed && room.delegated
        ? bracketsIn(paragraph)
            .filter((bracket) => bracket.kind !== 'placeholder')
            .map((bracket) => (
              <div key={bracket.bracket} className="col-span-full col-start-2 text-sm">
                <BracketKeepers textId={room.id} number={number} bracket={bracket} />
              </div>
            ))
        : null}
      <ParagraphTools
        textId={room.id}
        bodyCode={room.body.code}
        paragraphId={id}
        number={number}
        first={words.paragraphs[0]?.id === id}
        count={room.beside?.amendments.byParagraph[id]?.open ?? 0}
        standing={room.beside?.standings[id]?.standing ?? 'open'}
        may={{ propose: room.delegated, lead: room.may.makeVersion }}
      />
    </>
  );
}

function ChairNote({ note }: { note: string }) {
  const t = useTranslations('texts');
  return (
    <p className="mb-4 max-w-measure border-l-3 border-line-strong pl-3 text-sm whitespace-pre-line text-ink-2 wrap-anywhere">
      <span className="font-semibold">{t('chairNote')}</span> <OddWords text={note} />
    </p>
  );
}
