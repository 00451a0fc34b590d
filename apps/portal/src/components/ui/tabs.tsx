import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';

export type Tab = { href: string; label: ReactNode; count?: number; current?: boolean };

/** Views of one thing as links under its heading: each has an address, and works without script. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="no-print scroll-edges mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className="block whitespace-nowrap border-b-3 border-transparent py-2 font-medium text-ink-2 hover:text-ink aria-[current]:[scroll-initial-target:nearest] aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="ml-1.5 text-ink-3">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
