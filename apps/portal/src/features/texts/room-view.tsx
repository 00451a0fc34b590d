import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { Concerns } from './concerns.tsx';
import { PlainParagraphs } from './plain-paragraphs.tsx';
import { Redline } from './redline.tsx';
import type { Room } from './types.ts';
import type { View } from './views.ts';

/** The words of a text in the view asked for. */
export function RoomView({ room, view }: { room: Room; view: View }) {
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
  if (view === 'changes' && words.changes) return <Redline room={room} changes={words.changes} />;
  if (view === 'concerns' && room.delegated) return <Concerns room={room} />;
  return <PlainParagraphs room={room} words={words} bracketed={view === 'bracketed' && room.seated} />;
}
