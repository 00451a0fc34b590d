import type { ReactNode } from 'react';

/** Rows with rules between them, the due column first. */
export function DueList({ children }: { children: ReactNode }) {
  return <ul className="border-t border-line">{children}</ul>;
}

type RowProps = {
  /** Time left and the instant under it, or the words for "no date". */
  due: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

/** One thing that waits: when, what, and the one thing to do about it. */
export function DueRow({ due, title, children, action }: RowProps) {
  return (
    <li className="grid items-start gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[9.5rem_minmax(0,1fr)_auto]">
      <div>{due}</div>
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">{title}</p>
        {children ? <div className="max-w-measure text-sm text-ink-2">{children}</div> : null}
      </div>
      {action ? <div className="no-print max-md:mt-2">{action}</div> : null}
    </li>
  );
}
