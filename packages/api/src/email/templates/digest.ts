import type { NewsKind } from '../../features/notifications/kinds.ts';
import type { MailTemplate } from '../words.ts';
import { newsSentences } from './news.ts';

type Counts = Partial<Record<NewsKind, number>>;

const total = (counts: Counts) => Object.values(counts).reduce((sum, one) => sum + one, 0);

function lines(counts: Counts, locale: 'en' | 'fr'): string[] {
  return Object.entries(counts).map(([kind, count]) => {
    const sentence = newsSentences[locale][kind as NewsKind];
    return count === 1 ? sentence : `${sentence.replace(/\.$/, '')} (${count}).`;
  });
}

/** The one mail of the day. */
export const digest: MailTemplate<{ counts: Counts }> = {
  en: ({ counts }) => ({
    subject:
      total(counts) === 1
        ? 'Your day in Concord: one notification'
        : `Your day in Concord: ${total(counts)} notifications`,
    lines: lines(counts, 'en'),
    action: 'Open your notifications',
  }),
  fr: ({ counts }) => ({
    subject:
      total(counts) === 1
        ? 'Votre journée dans Concord : une notification'
        : `Votre journée dans Concord : ${total(counts)} notifications`,
    lines: lines(counts, 'fr'),
    action: 'Ouvrir vos notifications',
  }),
};
