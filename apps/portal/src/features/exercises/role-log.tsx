import { useTranslations } from 'next-intl';
import { LogRows } from '#features/seats/log-rows.tsx';
import { useClock } from '#i18n/clock.ts';
import type { RoleLog } from './types.ts';

/** What was done about the seats of a role, for all nations to read. */
export function RoleLogList({ log, address }: { log: RoleLog; address: string }) {
  const t = useTranslations('exercise.log');
  const words = useTranslations('seats.log');
  const clock = useClock();
  const lines = log.items.map((item) => {
    const somebody = words('somebody', { party: item.party ?? '' });
    const told = t(`kinds.${item.kind}`, {
      who: item.person ?? somebody,
      replaced: item.replaced ?? somebody,
      party: item.party ?? '',
      seats: item.seats ?? 0,
      by: item.by ?? words('portal'),
      reoffer: item.reofferAt ? 'from' : 'never',
      at: item.reofferAt ? clock.due(item.reofferAt) : '',
    });
    return { ...item, told };
  });
  return <LogRows lines={lines} older={log.older ? `${address}?before=${log.older}` : null} />;
}
