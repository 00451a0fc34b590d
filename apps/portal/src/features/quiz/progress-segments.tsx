import { cx } from '#components/ui/cx.ts';

type Props = { answered: readonly boolean[]; current: number };

/** A bar for each question: answered, current or still open. What it shows stands in words beside it. */
export function ProgressSegments({ answered, current }: Props) {
  return (
    <div aria-hidden="true" className="mb-5 flex max-w-measure gap-1">
      {answered.map((done, index) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a segment stands for
          key={index}
          className={cx(
            'h-1 max-w-[46px] flex-1 rounded-sm',
            index === current ? 'bg-ink' : done ? 'bg-accent' : 'bg-line-strong',
          )}
        />
      ))}
    </div>
  );
}
