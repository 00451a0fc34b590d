import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { Margin } from '#features/margin/types.ts';
import { paths } from '#features/paths.ts';
import { MatrixView } from '#features/positions/matrix-view.tsx';
import { NationsView } from '#features/positions/nations-view.tsx';
import { numbersIn } from '#features/positions/numbers.ts';
import type { Matrix, Standings } from '#features/positions/types.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { Compilation } from './compilation.tsx';
import { Concerns } from './concerns.tsx';
import { PlainParagraphs } from './plain-paragraphs.tsx';
import { Redline } from './redline.tsx';
import type { Extras } from './room-extras.ts';
import type { Room } from './types.ts';
import { VersionList } from './version-list.tsx';
import type { View } from './views.ts';

/** What is asked for besides the words: what nations say, the own delegation's notes, the matrix. */
export type BesideWords = { standings: Standings | null; margin: Margin; matrix: Matrix | null };

type Props = {
  room: Room;
  view: View;
  extras: Extras;
  beside: BesideWords;
  /** Whether the matrix has a row for paragraphs nobody has trouble with, too. */
  everyRow: boolean;
  /** The nation whose amendments are compiled; all of them where none is named. */
  nation: string | undefined;
};

/** The words of a text in the view asked for. */
export function RoomView({ room, view, extras, beside, everyRow, nation }: Props) {
  const t = useTranslations('texts');
  const { words } = room;
  if (!words) {
    return (
      <EmptyState
        title={t('noVersion')}
        action={
          room.may.makeVersion ? (
            <LinkButton look="primary" href={paths.newVersion(room.id)}>
              {t('makeFirst')}
            </LinkButton>
          ) : null
        }
      >
        {t('noVersionBody')}
      </EmptyState>
    );
  }
  if (extras.compilation && room.seated)
    return <Compilation room={room} all={extras.compilation} nation={nation} />;
  if (extras.versions && room.seated) return <VersionList room={room} versions={extras.versions} />;
  const { standings, margin, matrix } = beside;
  if (view === 'changes' && words.changes)
    return <Redline room={room} changes={words.changes} margin={margin} />;
  if (view === 'concerns' && room.delegated) return <Concerns room={room} beside={beside} />;
  if (view === 'positions' && standings) {
    return (
      <ClientMessages of={['positions']}>
        <NationsView standings={standings} numbers={numbersIn(room)} />
      </ClientMessages>
    );
  }
  if (view === 'matrix' && matrix) return <MatrixView room={room} matrix={matrix} everyRow={everyRow} />;
  return (
    <PlainParagraphs
      room={room}
      words={words}
      bracketed={view === 'bracketed' && room.seated}
      margin={margin}
    />
  );
}
