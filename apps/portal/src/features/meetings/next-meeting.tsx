import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { MeetingRow } from './types.ts';
import { spanWords } from './when.ts';

/** The body's meeting that is on, or the next: one line above its threads. */
export function NextMeeting({ meeting }: { meeting: MeetingRow | null }) {
  const t = useTranslations('meetings');
  const clock = useClock();
  if (!meeting) return null;
  return (
    <p className="mb-4 rounded-md border border-line bg-wash px-4 py-2.5">
      <span className="text-ink-2">{meeting.state === 'running' ? t('now') : t('next')} </span>
      <Link
        href={paths.meeting(meeting.id)}
        className="font-semibold wrap-anywhere underline underline-offset-4"
      >
        {meeting.title}
      </Link>
      <span className="text-ink-2">
        {' · '}
        {spanWords(meeting, meeting.zone, clock.locale)}
      </span>
    </p>
  );
}
