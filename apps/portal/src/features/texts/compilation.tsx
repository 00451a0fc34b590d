import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { AmendmentActions } from './amendment-actions.tsx';
import { AmendmentCard } from './amendment-card.tsx';
import { narrowerMarking } from './narrower-marking.ts';
import type { Compilation as All, Amendment, Room } from './types.ts';

type Props = { room: Room; all: All };

/**
 * Every amendment, paragraph by paragraph of the newest version and by nation, or those of one nation: to be read, linked
 * to and printed.
 */
export function Compilation({ room, all, nation }: Props & { nation: string | undefined }) {
  const t = useTranslations('texts.compilation');
  const shown = groupsOf(all, nation);
  const open = shown.flatMap((group) => group.amendments).filter((one) => one.outcome === null).length;
  if (all.groups.length === 0) return <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>;
  return (
    <>
      <p className="mb-4 text-sm text-ink-2">
        {t('lead', { number: all.base, open })} {room.body.named ? null : t('unnamed')}
      </p>
      <Nations room={room} all={all} nation={nation} />
      <nav aria-label={t('jump')} className="no-print mb-5 flex flex-wrap gap-x-3 gap-y-1 text-sm">
        {shown.map((group) => (
          <a key={keyOf(group)} href={`#g-${keyOf(group)}`} className="text-accent hover:underline">
            {placeWords(group, t)}
          </a>
        ))}
      </nav>
      {shown.length === 0 ? <p className="text-ink-2">{t('noneOf')}</p> : null}
      {shown.map((group) => (
        <Group key={keyOf(group)} room={room} all={all} group={group} />
      ))}
    </>
  );
}

type GroupOf = All['groups'][number];
type Words = ReturnType<typeof useTranslations<'texts.compilation'>>;

/** The groups with the amendments that a nation proposed or joined; all of them where none is asked for. */
function groupsOf({ groups }: All, nation: string | undefined): readonly GroupOf[] {
  if (nation === undefined) return groups;
  return groups
    .map((group) => ({ ...group, amendments: group.amendments.filter((one) => isOf(one, nation)) }))
    .filter(({ amendments }) => amendments.length > 0);
}

const isOf = (one: Amendment, code: string) =>
  one.nation?.code === code || one.sponsors.some((sponsor) => sponsor.code === code);

/** The way to the amendments of each nation, as far as nations are named. */
function Nations({ room, all, nation }: Props & { nation: string | undefined }) {
  const t = useTranslations('texts.compilation');
  const amendments = all.groups.flatMap((group) => group.amendments);
  const named = amendments.flatMap((one) => [...(one.nation ? [one.nation] : []), ...one.sponsors]);
  const nations = [...new Map(named.map((one) => [one.code, one])).values()].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
  if (nations.length < 2 && nation === undefined) return null;
  const way = (code?: string) => paths.text(room.id, { view: 'amendments', ...(code && { nation: code }) });
  const look = 'text-accent hover:underline aria-[current]:font-semibold aria-[current]:text-ink';
  return (
    <nav aria-label={t('nations')} className="no-print mb-2 flex flex-wrap gap-x-3 gap-y-1 text-sm">
      <Link href={way()} className={look} aria-current={nation === undefined ? 'page' : undefined}>
        {t('allNations')}
      </Link>
      {nations.map(({ code, name }) => (
        <Link
          key={code}
          href={way(code)}
          title={name}
          className={look}
          aria-current={nation === code ? 'page' : undefined}
        >
          {code}
        </Link>
      ))}
    </nav>
  );
}

/** What the buttons need of it: its words are in the page already, and would come a second time. */
const actedOn = ({ id, own, joined, outcome }: Amendment) => ({ id, own, joined, outcome });

const keyOf = (group: GroupOf) => group.paragraphId ?? group.place;

function placeWords(group: GroupOf, t: Words): string {
  if (group.place !== 'paragraph') return t(group.place);
  return group.number ? `¶ ${group.number}` : t('heading');
}

function Group({ room, all, group }: Props & { group: GroupOf }) {
  const t = useTranslations('texts.compilation');
  const m = useTranslations('markings');
  const clock = useClock();
  return (
    <section aria-labelledby={`g-${keyOf(group)}`} className="mb-7">
      <h2 id={`g-${keyOf(group)}`} className="scroll-mt-8 text-[1.03rem]">
        {group.paragraphId ? (
          <Link
            href={`${paths.text(room.id)}#p-${group.paragraphId}`}
            className="hover:text-accent hover:underline"
          >
            {placeWords(group, t)}
          </Link>
        ) : (
          placeWords(group, t)
        )}
      </h2>
      {group.words ? (
        <p
          dir="auto"
          className="mt-1 max-w-measure border-s-3 border-line-strong ps-3 text-ink-2 whitespace-pre-line wrap-anywhere"
        >
          {group.words}
        </p>
      ) : null}
      {group.amendments.map((one) => (
        <AmendmentCard
          key={one.id}
          amendment={one}
          marking={narrowerMarking(all, one, (marking) => releaseWords(marking, m, clock.locale))}
          actions={<AmendmentActions amendment={actedOn(one)} may={all.may} />}
        />
      ))}
    </section>
  );
}
