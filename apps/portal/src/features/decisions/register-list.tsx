import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { ListRow } from '#features/consult/list-row.tsx';
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
  const clock = useClock();
  const { readable } = row;
  return (
    <ListRow
      number={row.number}
      href={readable ? paths.decision(row.id) : null}
      title={readable?.title ?? t('notReadable')}
      marking={readable ? markings[readable.markingId] : undefined}
    >
      <time dateTime={row.effectiveAt} title={clock.inBothZones(row.effectiveAt)}>
        {clock.date(row.effectiveAt)}
      </time>
      {readable ? ` · ${t(readable.procedure)}` : null}
    </ListRow>
  );
}
