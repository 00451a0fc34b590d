import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

type Props = ComponentProps<'table'> & {
  /** What the table holds; read out, and shown when `captionShown`. */
  caption: string;
  captionShown?: boolean;
};

/** A table that scrolls by itself when it is wider than the screen, by keyboard too. What is hidden in it stays inside. */
export function Table({ caption, captionShown = false, className, children, ...props }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="scroll-edges relative overflow-x-auto">
      <table {...props} className={cx('w-full border-collapse text-left', className)}>
        <caption className={captionShown ? 'mb-2 text-left text-sm text-ink-2' : 'sr-only'}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

/** The head of a column. */
export function ColumnHead({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...props}
      className={cx(
        'border-b border-line-strong py-2 pr-2 md:pr-3 last:pr-0 text-sm font-semibold text-ink-2',
        className,
      )}
    />
  );
}

/** The head of a row: the name of what the row is about. */
export function RowHead({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="row"
      {...props}
      className={cx('border-b border-line py-2 pr-2 md:pr-3 text-left align-top font-semibold', className)}
    />
  );
}

export function Cell({ className, ...props }: ComponentProps<'td'>) {
  return (
    <td {...props} className={cx('border-b border-line py-2 pr-2 md:pr-3 last:pr-0 align-top', className)} />
  );
}
