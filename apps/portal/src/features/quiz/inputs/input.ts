import type { Answer } from '@concord/api/features/quizzes/schemas';
import type { LearnerQuestion, QuestionOf } from '../types.ts';

/** What every way of answering gets. */
export type InputProps<Kind extends LearnerQuestion['kind']> = {
  question: QuestionOf<Kind>;
  answer: Answer | undefined;
  language: string;
  /** `delay`: words still being typed are sent a moment later. */
  onAnswer: (answer: Answer, delay?: number) => void;
};

/** How long after the last key words are sent. */
export const TYPING_MS = 700;

/** The choices of an answer; none for another. */
export const chosen = (answer: Answer | undefined): readonly string[] =>
  answer && 'choices' in answer ? answer.choices : [];

/** The words of an answer; none for another. */
export const typed = (answer: Answer | undefined): string => (answer && 'text' in answer ? answer.text : '');

/** Rendered words as plain text, for where the browser shows no other: an option, a label. */
export function plain(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#x?[0-9a-f]+|[a-z]+|#39);/gi, (whole, name: string) => {
      if (Object.hasOwn(named, name)) return named[name] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return name.startsWith('#') && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

export const choiceLook =
  'flex items-start gap-3 rounded-md border border-line-strong bg-raised px-4 py-3 text-lg hover:bg-wash has-checked:border-accent has-checked:bg-accent-wash has-checked:inset-ring-1 has-checked:inset-ring-accent';
