import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';

type Props = {
  title: ReactNode;
  /** One line under the heading that says when and where. */
  lead?: ReactNode;
  /** The way here, from the section down. */
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
};

/** The head of a page: where it stands, its one heading, one line under it, and what can be done with the whole. */
export function PageHeader({ title, lead, crumbs, actions }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 md:grow md:basis-80">
        {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
        <h1 className="wrap-anywhere max-md:text-[1.375rem]">{title}</h1>
        {lead ? <p className="max-w-measure text-ink-2 first-letter:uppercase">{lead}</p> : null}
      </div>
      {actions ? <div className="no-print flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
