import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { Register } from './types.ts';

type Row = Register['decisions'][number];

/** A body's decisions as rows: number, what was decided where the reader may know it, and since when. */
export function RegisterList({ register, filtered }: { register: Register; filtered: boolean }) {
  const t = useTranslations('decisions.register');
  if (register.decisions.length === 0) {
    return filtered ? (
      <EmptyState title={t('noneFound')}>{t('noneFoundBody')}</EmptyState>
    ) : (
      <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
    );
  }
  return (
    <ul className="border-t border-line">
      {register.decisions.map((row) => (
        <DecisionRow key={row.id} row={row} markings={register.markings} />
      ))}
    </ul>
  );
}

function DecisionRow({ row, markings }: { row: Row; markings: Register['markings'] }) {
  const t = useTranslations('decisions.register');
  const m = useTranslations('markings');
  const clock = useClock();
  const { readable } = row;
  const marking = readable ? markings[readable.markingId] : undefined;
  return (
    <li className="grid items-baseline gap-x-6 gap-y-1 border-b border-line py-3.5 md:grid-cols-[11rem_minmax(0,1fr)_12rem]">
      <p className="font-semibold tabular-nums">{row.number}</p>
      <div className="min-w-0">
        {readable ? (
          <Link
            href={paths.decision(row.id)}
            className="font-semibold wrap-anywhere hover:text-accent hover:underline"
          >
            {readable.title}
          </Link>
        ) : (
          <p className="text-ink-3">{t('notReadable')}</p>
        )}
        {marking ? (
          <p className="text-sm text-ink-2">
            <span className="font-semibold">{marking.levelName}</span>
            {' · '}
            {releaseWords(marking, m, clock.locale)}
          </p>
        ) : null}
      </div>
      <p className="text-sm text-ink-2 md:text-right">
        <time dateTime={row.effectiveAt} title={clock.inBothZones(row.effectiveAt)}>
          {clock.date(row.effectiveAt)}
        </time>
        {readable ? ` · ${t(readable.procedure)}` : null}
      </p>
    </li>
  );
}
