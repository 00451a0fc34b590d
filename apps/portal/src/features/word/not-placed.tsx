import { useTranslations } from 'next-intl';
import type { NotPlaced } from './types.ts';

/** What a file holds that becomes no amendment, each thing with the paragraph of the file it stands in. */
export function NotPlacedList({ things }: { things: readonly NotPlaced[] }) {
  const t = useTranslations('word.bring');
  if (things.length === 0) return null;
  return (
    <section aria-labelledby="not-placed" className="mt-10">
      <h2 id="not-placed" className="mb-1">
        {t('notPlaced', { count: things.length })}
      </h2>
      <p className="mb-3 max-w-measure text-ink-2">{t('notPlacedLead')}</p>
      <ul className="border-b border-line">
        {things.map((thing, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two such things may be alike; their place tells them apart
          <li key={index} className="border-t border-line py-2">
            <span className="font-semibold">{t(`things.${thing.what}`)}</span>{' '}
            {thing.at === null ? null : (
              <span className="text-sm text-ink-2">{t('inParagraph', { number: thing.at })}</span>
            )}
            {thing.words.trim() ? (
              <p className="max-w-measure text-ink-2 wrap-anywhere">{thing.words}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
