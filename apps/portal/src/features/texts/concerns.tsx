import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { concernsIn } from './concerns-in.ts';
import type { Room } from './types.ts';

/** What one's own nation has trouble with: the brackets it keeps, its reservations, and its amendments. */
export function Concerns({ room }: { room: Room }) {
  const t = useTranslations('texts.concerns');
  const s = useTranslations('texts.standing');
  const { brackets, reservations, count } = concernsIn(room);
  const numbers = new Map(room.words?.paragraphs.map(({ id, number }) => [id, number]));
  const own = room.beside?.amendments.own ?? 0;
  if (count === 0) return <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>;
  return (
    <ul className="border-t border-line">
      {brackets.map(({ paragraph, bracket }) => (
        <li key={bracket.bracket} className="border-b border-line py-3">
          <Place room={room} id={paragraph.id} number={paragraph.number} />{' '}
          {t('bracket', {
            words: bracket.options
              .filter((option) => option.mine)
              .map((option) => `[${option.text}]`)
              .join(' '),
          })}
        </li>
      ))}
      {reservations.map((one) => (
        <li key={one.id} className="border-b border-line py-3">
          {one.paragraphIds.map((id) => (
            <Place key={id} room={room} id={id} number={numbers.get(id) ?? ''} />
          ))}{' '}
          {t('reservation', { kind: s(`kinds.${one.kind}`) })}
        </li>
      ))}
      {own > 0 ? (
        <li className="border-b border-line py-3">
          <Link href={paths.text(room.id, { view: 'amendments' })} className="text-accent hover:underline">
            {t('amendments', { count: own })}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

function Place({ room, id, number }: { room: Room; id: string; number: string }) {
  return (
    <Link
      href={`${paths.text(room.id, { view: 'bracketed' })}#p-${id}`}
      className="mr-2 font-semibold text-accent hover:underline"
    >
      ¶ {number}
    </Link>
  );
}
