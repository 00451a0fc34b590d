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
        <Open text={text} />
      </div>
    </li>
  );
}

/** What stands open about a text, in one line: silence first, one's own nation's trouble last. */
function Open({ text: { amendments, state } }: { text: TextListing['texts'][number] }) {
  const t = useTranslations('texts');
  const clock = useClock();
  const silence = state?.silence && state.silence.state !== 'draft' ? state.silence : null;
  const lines = [
    state && state.brackets > 0 ? t('list.brackets', { count: state.brackets }) : null,
    amendments > 0 ? t('openAmendments', { count: amendments }) : null,
  ].filter((line) => line !== null);
  return (
    <>
      {silence ? (
        <p className="font-semibold text-ink">
          {t(`list.silence.${silence.state as Exclude<typeof silence.state, 'draft'>}`, {
            when: silence.until ? clock.due(silence.until) : '',
          })}
        </p>
      ) : null}
      {lines.length > 0 ? <p>{lines.join(' · ')}</p> : null}
      {state && state.ours > 0 ? (
        <p className="font-semibold text-warn">{t('list.ours', { count: state.ours })}</p>
      ) : null}
    </>
  );
}
