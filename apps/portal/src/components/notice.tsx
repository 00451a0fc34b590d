import type { ReactNode } from 'react';
import { cx } from './ui/cx.ts';

type Kind = 'info' | 'good' | 'warn' | 'bad';

const looks: Record<Kind, string> = {
  info: 'border-accent-line bg-accent-wash',
  good: 'border-good bg-good-wash',
  warn: 'border-warn bg-warn-wash',
  bad: 'border-bad bg-bad-wash',
};

/** A box for what must be known or decided now; there is at most one on a page. */
export function Notice({
  kind = 'info',
  title,
  children,
  action,
}: {
  kind?: Kind;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div
      className={cx(
        'mb-6 flex flex-wrap items-center justify-between gap-4 rounded-md border px-4 py-3',
        looks[kind],
      )}
    >
      <div className="max-w-measure">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  );
}
