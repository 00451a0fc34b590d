import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

type Props = Omit<ComponentProps<'input'>, 'type'> & { children: ReactNode };

/** A box to tick, with its words beside it. */
export function Checkbox({ children, className, ...props }: Props) {
  return (
    <label className={cx('flex items-start gap-2.5 py-1', className)}>
      <input type="checkbox" {...props} className="mt-0.5 size-[18px] flex-none accent-accent" />
      <span>{children}</span>
    </label>
  );
}
