import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { BesideParagraph, reservedOf } from './beside-paragraph.tsx';
import { ParagraphRow } from './paragraph-row.tsx';
import { RunWords } from './run-words.tsx';
import type { Change, Room, Words } from './types.ts';

type Changes = NonNullable<Words['changes']>;

/** What changed since an earlier version: words struck and words written, paragraphs that came, went and moved. */
export function Redline({ room, changes }: { room: Room; changes: Changes }) {
  const t = useTranslations('texts.changes');
  const changed = changes.paragraphs.filter((one) => one.change !== 'same' || one.movedFrom !== null);
  return (
    <>
      <SinceLinks room={room} since={changes.since.number} />
      {changed.length === 0 ? <p className="mb-3 text-ink-2">{t('none')}</p> : null}
      {changes.paragraphs.map((change) => (
        <ParagraphRow
          key={change.id}
          {...change}
          open={reservedOf(room.beside, change.id).length > 0}
          aside={<Aside room={room} change={change} />}
        >
          <RunWords runs={change.runs} />
        </ParagraphRow>
      ))}
    </>
  );
}

function Aside({ room, change }: { room: Room; change: Change }) {
  const t = useTranslations('texts.changes');
  return (
    <>
      {change.change === 'inserted' ? <Tag tone="good">{t('inserted')}</Tag> : null}
      {change.change === 'deleted' ? <Tag tone="bad">{t('deleted')}</Tag> : null}
      {change.movedFrom !== null ? <Tag>{t('moved', { number: change.movedFrom })}</Tag> : null}
      {change.change === 'deleted' ? null : <BesideParagraph id={change.id} beside={room.beside} />}
    </>
  );
}

/** The ways to compare with each other earlier version. */
function SinceLinks({ room, since }: { room: Room; since: number }) {
  const t = useTranslations('texts.changes');
  const number = room.words?.number ?? 1;
  const newest = room.versions[0]?.number;
  const earlier = room.versions.filter((version) => version.number < number);
  if (earlier.length < 2) return null;
  return (
    <nav aria-label={t('compare')} className="no-print mb-3 flex flex-wrap gap-x-3 text-sm text-ink-2">
      <span>{t('compare')}</span>
      {earlier.map((version) => (
        <Link
          key={version.id}
          href={paths.text(room.id, {
            view: 'changes',
            since: version.number,
            ...(number !== newest && { version: number }),
          })}
          aria-current={version.number === since ? 'page' : undefined}
          className="underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t('version', { number: version.number })}
        </Link>
      ))}
    </nav>
  );
}
