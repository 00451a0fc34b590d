import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { Marking } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { TextListing } from './types.ts';

/** A body's texts as rows: title, how it is cited, marking in words, newest version and what is proposed. */
export function TextList({ list }: { list: TextListing }) {
  const t = useTranslations('texts');
  if (list.texts.length === 0) {
    return <EmptyState title={t('none.title')}>{list.mayCreate ? t('none.body') : null}</EmptyState>;
  }
  return (
    <ul className="border-t border-line">
      {list.texts.map((text) => (
        <Row key={text.id} text={text} marking={list.markings[text.markingId]} />
      ))}
    </ul>
  );
}

function Row({ text, marking }: { text: TextListing['texts'][number]; marking?: Marking }) {
  const t = useTranslations('texts');
  const m = useTranslations('markings');
  const clock = useClock();
  return (
    <li className="grid items-baseline gap-x-6 gap-y-1 border-b border-line py-3.5 md:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <Link
          href={paths.text(text.id)}
          className="font-semibold wrap-anywhere hover:text-accent hover:underline"
        >
          {text.title}
        </Link>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-2">
          {text.reference ? <span className="wrap-anywhere">{text.reference}</span> : null}
          {marking ? (
            <span>
              <span className="font-semibold">{marking.levelName}</span>
              {' · '}
              {releaseWords(marking, m, clock.locale)}
            </span>
          ) : null}
        </p>
      </div>
      <div className="text-sm text-ink-2 md:text-right">
        {text.version !== null && text.madeAt ? (
          <p>
            {t('version', { number: text.version })} · <Instant at={text.madeAt} />
          </p>
        ) : (
          <p className="text-ink-3">{t('noVersion')}</p>
        )}
        {text.amendments > 0 ? <p>{t('openAmendments', { count: text.amendments })}</p> : null}
      </div>
    </li>
  );
}
