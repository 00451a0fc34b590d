import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';

/** A marking as words: the level first, then who it may be released to. */
export type MarkingWords = { level: string; release?: string };

/**
 * The marking at the top and the bottom of the page, on screen and on each printed sheet. A page about something
 * marked renders `of="page"`, and the portal's own banner gives way to it.
 */
export function MarkingBanner({ words, of }: { words: MarkingWords; of: 'portal' | 'page' }) {
  const t = useTranslations('markings');
  return (
    <>
      <section aria-label={t('banner')} className={cx(banner, 'top-0', `marking-of-${of}`)}>
        <Words {...words} />
      </section>
      <div aria-hidden="true" className={cx(banner, 'bottom-0', `marking-of-${of}`)}>
        <Words {...words} />
      </div>
    </>
  );
}

const banner =
  'marking-banner fixed inset-x-0 z-40 flex h-(--marking-height) items-center justify-center-safe gap-2.5 overflow-hidden whitespace-nowrap bg-marking px-4 text-xs font-semibold tracking-[0.045em] text-marking-ink';

function Words({ level, release }: MarkingWords) {
  return (
    <>
      {level}
      {release ? <span className="font-normal tracking-normal opacity-85 truncate">{release}</span> : null}
    </>
  );
}
