import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { cx } from '#components/ui/cx.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { type Tab, Tabs } from '#components/ui/tabs.tsx';
import { paths } from '#features/paths.ts';
import { WordWays } from '#features/word/word-ways.tsx';
import { useClock } from '#i18n/clock.ts';
import { LiveText } from './live-text.tsx';
import type { Room } from './types.ts';
import { VersionLine } from './version-line.tsx';
import type { View } from './views.ts';

type Props = {
  room: Room;
  view: View;
  /** How many things the reader's nation has trouble with. */
  concerns: number;
  /** Across the page, above the words: when the text is final. */
  top: ReactNode;
  /** Sections beside the words, one after the other. */
  rail: ReactNode;
  children: ReactNode;
};

/** The frame of a text room: what the text is, the ways to look at it, its words, and what stands beside them. */
export function TextRoom({ room, view, concerns, top, rail, children }: Props) {
  const t = useTranslations('texts');
  return (
    <>
      <Head room={room} view={view} />
      {top}
      <Tabs label={t('views.label')} tabs={tabsOf(room, view, concerns, t)} />
      <div
        className={cx(
          'grid gap-x-12 gap-y-8',
          // The matrix takes the whole width; what stands beside comes under it.
          view !== 'matrix' && 'min-[1080px]:grid-cols-[minmax(0,1fr)_19.75rem]',
        )}
      >
        <article aria-label={room.title} className="min-w-0">
          {children}
        </article>
        <div className="rail flex min-w-0 flex-col gap-8">{rail}</div>
      </div>
      <LiveText textId={room.id} />
    </>
  );
}

function Head({ room, view }: { room: Room; view: View }) {
  const t = useTranslations('texts');
  const c = useTranslations('consult');
  const clock = useClock();
  const crumbs = [
    { label: c('title'), href: '/consult' },
    { label: room.body.name, href: paths.body(room.body.code) },
    { label: t('title'), href: paths.texts(room.body.code) },
    ...(room.reference ? [{ label: room.reference }] : []),
  ];
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <Breadcrumb crumbs={crumbs} />
        <h1 className="wrap-anywhere max-md:text-[1.375rem]">{room.title}</h1>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {room.words ? <VersionLine room={room} view={view} made={clock.date(room.words.madeAt)} /> : null}
        <WordWays room={room} />
        {room.may.makeVersion ? (
          <LinkButton size="small" href={paths.newVersion(room.id)} className="no-print">
            {room.words ? t('makeVersion') : t('makeFirst')}
          </LinkButton>
        ) : null}
      </div>
    </header>
  );
}

type Words = ReturnType<typeof useTranslations<'texts'>>;

function tabsOf(room: Room, view: View, concerns: number, t: Words): Tab[] {
  const { words, versions, beside } = room;
  const version: Record<string, number> =
    words && words.number !== versions[0]?.number ? { version: words.number } : {};
  const tab = (one: View, label: string, count?: number): Tab => ({
    href: paths.text(room.id, one === 'clean' ? version : { view: one, ...version }),
    label,
    current: one === view,
    ...(count !== undefined && { count }),
  });
  if (!room.seated || !words) return [tab('clean', t('views.clean'))];
  const since = words.changes?.since.number ?? words.number - 1;
  return [
    tab('clean', t('views.clean')),
    tab('bracketed', t('views.bracketed')),
    ...(words.number > 1 || words.changes ? [tab('changes', t('views.changes', { number: since }))] : []),
    tab('amendments', t('views.amendments'), beside?.amendments.all ?? 0),
    tab('positions', t('views.positions')),
    tab('matrix', t('views.matrix')),
    ...(room.delegated ? [tab('concerns', t('views.concerns'), concerns)] : []),
  ];
}
