import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { GridMark } from './types.ts';

/** The sign of each mark; words stand beside it, and colour comes last. Nothing said has none, and is grey. */
export const signs: Record<GridMark, string> = {
  broke: '!',
  agree: '✓',
  agreeWithComment: '✓…',
  noObjection: '·',
  reservation: '◐',
  cannotAccept: '✕',
  awaitingInstructions: '…',
  notParticipating: '–',
  stale: '↻',
  bySilence: '·',
  silent: '',
};

/** How a nation's square looks. Silent is the neutral grey: it is no agreement. */
export const looks: Record<GridMark, string> = {
  broke: 'border-bad bg-bad-wash font-bold text-bad',
  agree: 'border-transparent bg-good-wash text-good',
  agreeWithComment: 'border-transparent bg-good-wash text-good',
  noObjection: 'border-line-strong text-ink',
  reservation: 'border-warn bg-warn-wash text-warn',
  cannotAccept: 'border-bad bg-bad-wash font-bold text-bad',
  awaitingInstructions: 'border-line-strong text-ink-2',
  notParticipating: 'border-line-strong text-ink-2',
  stale: 'border-dashed border-line-field text-ink-2',
  bySilence: 'border-line-strong text-ink-2',
  silent: 'border-line text-ink-3',
};

/** A mark as a sign and words in a row of text. */
export function StanceMark({ mark }: { mark: GridMark }) {
  const t = useTranslations('positions');
  return (
    <span className={cx('inline-block rounded-sm border px-[7px] py-px text-xs font-semibold', looks[mark])}>
      {signs[mark] ? <span aria-hidden="true">{signs[mark]} </span> : null}
      {t(`marks.${mark}`)}
    </span>
  );
}
