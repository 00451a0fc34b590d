import type { ReactNode } from 'react';

type Props = { title: string; children?: ReactNode; action?: ReactNode };

/** A list that holds nothing: says so, says what will stand here, and offers the next step if there is one. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="rounded-md border border-dashed border-line-strong px-5 py-6">
      <p className="font-semibold">{title}</p>
      {children ? <p className="max-w-measure text-ink-2">{children}</p> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
