import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { ListRow } from '#features/consult/list-row.tsx';
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
  return (
    <ListRow href={paths.text(text.id)} title={text.title} reference={text.reference} marking={marking}>
      {text.version !== null && text.madeAt ? (
        <p>
          {t('version', { number: text.version })} · <Instant at={text.madeAt} />
        </p>
      ) : (
        <p className="text-ink-3">{t('noVersion')}</p>
      )}
      <Open text={text} />
    </ListRow>
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
