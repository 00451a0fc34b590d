import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Notice } from '#components/notice.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { BringForm } from './bring-form.tsx';
import { ChooseChanges } from './choose-changes.tsx';
import { NotPlacedList } from './not-placed.tsx';
import type { Laid, WordPreview } from './types.ts';

/** What a capital's file would change; nothing is tabled before it was chosen. */
export function Preview({ preview }: { preview: WordPreview }) {
  const t = useTranslations('word.bring');
  const e = useTranslations('errors.word');
  const { laid, refused, textId, fileId, name } = preview;
  if (!laid) {
    return (
      <>
        <Notice kind="bad" title={t('refused', { name })}>
          {e((refused?.code ?? 'broken') as 'broken')}
          {refused?.line ? ` ${t('line', { line: refused.line })}` : null}
        </Notice>
        <BringForm textId={textId} />
      </>
    );
  }
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-measure text-ink-2 wrap-anywhere">
          <span className="font-semibold text-ink">{name}</span> · {origin(laid, t)}
        </p>
        <LinkButton size="small" href={paths.bringIn(textId)}>
          {t('another')}
        </LinkButton>
      </div>
      {laid.takenOut && laid.takenOut.version < laid.base ? (
        <Notice kind="warn" title={t('older', { from: laid.takenOut.version, now: laid.base })}>
          {t('olderBody')}
        </Notice>
      ) : null}
      {laid.proposals.length === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingBody')}</EmptyState>
      ) : (
        <ChooseChanges textId={textId} fileId={fileId} laid={laid} />
      )}
      <NotPlacedList things={laid.notPlaced} />
    </>
  );
}

function origin({ takenOut, base }: Laid, t: ReturnType<typeof useTranslations<'word.bring'>>): string {
  if (!takenOut) return t('notOurs', { number: base });
  return t('takenOut', { number: takenOut.version, view: takenOut.view });
}
