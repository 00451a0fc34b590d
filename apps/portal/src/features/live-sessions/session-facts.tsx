import { useTranslations } from 'next-intl';

type Facts = {
  place: string;
  host: string | null;
  capacity: number | null;
  note: string;
  reason: string;
  phase: string;
};

/** Where, with whom, for how many, what its host wrote, and why it was changed or cancelled. */
export function SessionFacts({ date }: { date: Facts }) {
  const t = useTranslations('liveSessions.facts');
  const { place, host, capacity, note, reason, phase } = date;
  const line = [place, host ? t('host', { name: host }) : '', capacity ? t('capacity', { capacity }) : '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <div className="text-sm text-ink-2 wrap-anywhere">
      {line ? <p>{line}</p> : null}
      {note ? <p className="whitespace-pre-line">{note}</p> : null}
      {reason ? <p>{t(phase === 'cancelled' ? 'cancelled' : 'changed', { reason })}</p> : null}
    </div>
  );
}
