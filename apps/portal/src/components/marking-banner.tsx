import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { linesOf, type MarkingWords } from './marking-lines.ts';

/**
 * The marking at the top and the bottom of the page, on screen and on each printed sheet, whole: where it is long it takes
 * as many lines as it needs (`styles/globals.css`). A page about something marked renders `of="page"`, and the portal's own
 * banner gives way to it.
 */
export function MarkingBanner({ words, of }: { words: MarkingWords; of: 'portal' | 'page' }) {
  const t = useTranslations('markings');
  const { narrow, medium, wide } = linesOf(words);
  const lines = { 'data-narrow': narrow, 'data-medium': medium, 'data-wide': wide };
  return (
    <>
      <section aria-label={t('banner')} className={cx(banner, 'top-0', `marking-of-${of}`)} {...lines}>
        <Words {...words} />
      </section>
      <div aria-hidden="true" className={cx(banner, 'bottom-0', `marking-of-${of}`)}>
        <Words {...words} />
      </div>
    </>
  );
}

const banner =
  'marking-banner fixed inset-x-0 z-40 flex h-(--marking-height) flex-col items-center justify-center-safe overflow-y-auto bg-marking px-4 text-center text-xs leading-4 font-semibold tracking-[0.045em] text-marking-ink md:flex-row md:gap-2.5 print:flex-row print:gap-2.5';

function Words({ level, release }: MarkingWords) {
  return (
    <>
      <span className="md:shrink-0 md:whitespace-nowrap">{level}</span>
      {release ? (
        <span className="font-normal tracking-normal opacity-85 wrap-anywhere">{release}</span>
      ) : null}
    </>
  );
}
