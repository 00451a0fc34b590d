import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { Compilation } from './compilation.tsx';
import { Concerns } from './concerns.tsx';
import { PlainParagraphs } from './plain-paragraphs.tsx';
import { Redline } from './redline.tsx';
import type { Extras } from './room-extras.ts';
import type { Room } from './types.ts';
import { VersionList } from './version-list.tsx';
import type { View } from './views.ts';

/** The words of a text in the view asked for. */
export function RoomView({ room, view, extras }: { room: Room; view: View; extras: Extras }) {
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
  if (extras.compilation && room.seated) return <Compilation room={room} all={extras.compilation} />;
  if (extras.versions && room.seated) return <VersionList room={room} versions={extras.versions} />;
  if (view === 'changes' && words.changes) return <Redline room={room} changes={words.changes} />;
  if (view === 'concerns' && room.delegated) return <Concerns room={room} />;
  return <PlainParagraphs room={room} words={words} bracketed={view === 'bracketed' && room.seated} />;
}
