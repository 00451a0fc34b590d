import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { numbersIn } from '#features/positions/numbers.ts';
import type { Room } from '#features/texts/types.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { MarginDesk } from './margin-desk.tsx';
import { NoteBlock } from './margin-notes.tsx';
import type { Margin, Note } from './types.ts';

/** More notes beside paragraphs than this are left to stand beside their paragraphs. */
const MOST_SHOWN = 6;

/** What the own delegation keeps beside the text: notes on the whole of it, and where the others stand. */
export function MarginRail({ room, margin }: { room: Room; margin: Margin }) {
  const t = useTranslations('margin');
  if (!margin || !room.words) return null;
  const numbers = numbersIn(room);
  const whole = margin.notes.filter((one) => one.paragraphId === null || !numbers.has(one.paragraphId));
  const order = [...numbers.keys()];
  const beside = margin.notes
    .filter((one) => one.paragraphId !== null && numbers.has(one.paragraphId))
    .sort((a, b) => order.indexOf(a.paragraphId ?? '') - order.indexOf(b.paragraphId ?? ''));
  return (
    <section aria-labelledby="margin" className="no-print flex flex-col gap-3">
      <h2 id="margin">{t('title')}</h2>
      {whole.map((note) => (
        <NoteBlock key={note.id} note={note} />
      ))}
      {beside.slice(0, MOST_SHOWN).map((note) => (
        <Pointer key={note.id} note={note} number={numbers.get(note.paragraphId ?? '') ?? ''} room={room} />
      ))}
      {beside.length > MOST_SHOWN ? (
        <p className="text-sm text-ink-2">{t('more', { count: beside.length - MOST_SHOWN })}</p>
      ) : null}
      <p>
        <button
          type="button"
          data-margin-write=""
          className="min-h-6 text-sm font-semibold text-accent hover:underline"
        >
          {t('writeWhole')}
        </button>
      </p>
      <p className="text-xs text-ink-3">{t('who')}</p>
      <ClientMessages of={['margin']}>
        <MarginDesk textId={room.id} notes={margin.notes} numbers={Object.fromEntries(numbers)} />
      </ClientMessages>
    </section>
  );
}

/** Leads to a note beside its paragraph, with the words it begins with. */
function Pointer({ note, number, room }: { note: Note; number: string; room: Room }) {
  const t = useTranslations('margin');
  return (
    <p className="line-clamp-4 border-l-3 border-accent-line bg-accent-wash px-3 py-2 text-sm wrap-anywhere">
      <Link
        href={`${paths.text(room.id)}#p-${note.paragraphId}`}
        className="mr-1 font-semibold text-accent hover:underline"
      >
        {number === '' ? t('heading') : t('paragraph', { number })}
      </Link>
      {note.words} <span className="text-ink-2">{note.by}</span>
    </p>
  );
}
