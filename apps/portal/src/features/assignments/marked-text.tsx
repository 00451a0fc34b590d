import type { Ref } from 'react';
import { segmentsOf } from './segments.ts';

type Props = {
  text: string;
  remarks: readonly { starts: number; ends: number }[];
  ref?: Ref<HTMLDivElement>;
};

/** Work as it was handed in, with the words that remarks stand on; each is numbered as in the list beside it. */
export function MarkedText({ text, remarks, ref }: Props) {
  return (
    <div
      ref={ref}
      className="max-w-measure rounded-md border border-line bg-raised px-5 py-4 whitespace-pre-wrap wrap-anywhere"
    >
      {segmentsOf(text, remarks).map(({ start, words, within, ending }) => (
        <span key={start}>
          {within ? (
            <mark data-start={start} className="bg-accent-wash text-ink">
              {words}
            </mark>
          ) : (
            <span data-start={start}>{words}</span>
          )}
          {ending.map((number) => (
            <sup key={number} className="pl-px font-semibold text-accent select-none">
              {number}
            </sup>
          ))}
        </span>
      ))}
    </div>
  );
}
