import type { Room } from '#features/texts/types.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { NationGrid } from './nation-grid.tsx';
import { numbersIn } from './numbers.ts';
import { OwnPosition } from './own-position.tsx';
import type { Standings } from './types.ts';

/** Beside a text: where every nation stands to it, and what the reader's own nation says. */
export function RoomRail({ room, standings }: { room: Room; standings: Standings | null }) {
  if (!standings) return null;
  return (
    <ClientMessages of={['positions']}>
      <NationGrid standings={standings} />
      <OwnPosition standings={standings} numbers={numbersIn(room)} bodyCode={room.body.code} />
    </ClientMessages>
  );
}
