import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import type { MeetingRow } from './types.ts';

const tones = {
  draft: 'warn',
  cancelled: 'bad',
  ahead: 'neutral',
  running: 'good',
  over: 'neutral',
} as const;

/** Where a meeting stands, in a word; what is simply ahead or over says so by its date. */
export function MeetingState({ state }: { state: MeetingRow['state'] }) {
  const t = useTranslations('meetings.states');
  if (state === 'ahead' || state === 'over') return null;
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}
