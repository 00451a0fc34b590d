import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { MarginNotes, MarginPen } from '#features/margin/margin-notes.tsx';
import type { Margin } from '#features/margin/types.ts';
import { BesideParagraph, reservedOf } from './beside-paragraph.tsx';
import { CompareForm } from './compare-form.tsx';
import { ParagraphRow } from './paragraph-row.tsx';
import { RunWords } from './run-words.tsx';
import type { Change, Room, Words } from './types.ts';

type Changes = NonNullable<Words['changes']>;

/** What changed since an earlier version: words struck and words written, paragraphs that came, went and moved. */
export function Redline({ room, changes, margin }: { room: Room; changes: Changes; margin: Margin }) {
  const t = useTranslations('texts.changes');
  const changed = changes.paragraphs.filter((one) => one.change !== 'same' || one.movedFrom !== null);
  return (
    <>
      <CompareForm room={room} since={changes.since.number} />
      {changed.length === 0 ? <p className="mb-3 text-ink-2">{t('none')}</p> : <Changed changed={changed} />}
      {changes.paragraphs.map((change) => (
        <ParagraphRow
          key={change.id}
          {...change}
          open={reservedOf(room.beside, change.id).length > 0}
          aside={<Aside room={room} change={change} />}
          pen={
            margin && change.change !== 'deleted' ? <MarginPen id={change.id} number={change.number} /> : null
          }
          below={<MarginNotes margin={margin} id={change.id} />}
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

/** Leads to each paragraph that changed. */
function Changed({ changed }: { changed: readonly Change[] }) {
  const t = useTranslations('texts.changes');
  return (
    <nav
      aria-label={t('changed', { count: changed.length })}
      className="no-print mb-3 flex flex-wrap gap-x-3 gap-y-1 text-sm"
    >
      <span className="text-ink-2">{t('changed', { count: changed.length })}</span>
      {changed.map((one) => (
        <a key={one.id} href={`#p-${one.id}`} className="text-accent underline-offset-4 hover:underline">
          {one.number || t('heading')}
        </a>
      ))}
    </nav>
  );
}
