import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

const tones: Record<Tone, string> = {
  neutral: 'border-line-strong text-ink-2',
  good: 'border-transparent bg-good-wash text-good',
  warn: 'border-transparent bg-warn-wash text-warn',
  bad: 'border-transparent bg-bad-wash text-bad',
  info: 'border-transparent bg-accent-wash text-accent',
};

/** The sign of a tone. */
export const tagMarks: Record<Tone, string> = { neutral: '', good: '✓', warn: '◐', bad: '✕', info: '' };

/** The class names of a tag. */
export function tagLook(tone: Tone, wraps = false): string {
  return cx(
    'inline-block rounded-sm border px-[7px] py-px text-xs font-semibold',
    wraps ? 'max-w-full wrap-anywhere' : 'whitespace-nowrap',
    tones[tone],
  );
}

/** A state in a word or two. The mark and the word say it; the colour repeats it. */
export function Tag({
  tone = 'neutral',
  marked = false,
  wraps,
  children,
}: {
  tone?: Tone;
  marked?: boolean;
  /** Over lines, where its words are somebody's own and may be long. */
  wraps?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={tagLook(tone, wraps)}>
      {marked && tagMarks[tone] ? <span aria-hidden="true">{tagMarks[tone]} </span> : null}
      {children}
    </span>
  );
}
