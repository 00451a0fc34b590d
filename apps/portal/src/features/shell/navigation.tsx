'use client';

import { usePathname } from 'next/navigation';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';
import { inSection, type SectionKey, sectionPaths } from './sections.ts';

/** A section as the navigation shows it; `waiting` says in words what the number means. */
export type NavigationItem = { key: SectionKey; label: string; count: number; waiting: string };

/** The sections of the left column. */
export function Navigation({ items }: { items: readonly NavigationItem[] }) {
  const pathname = usePathname();
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => (
        <li key={item.key}>
          <Link
            href={sectionPaths[item.key]}
            aria-current={inSection(pathname, item.key) ? 'page' : undefined}
            className="flex items-center justify-between rounded-md px-2.5 py-[7px] font-medium text-ink-2 hover:bg-paper hover:text-ink aria-[current]:bg-paper aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:inset-ring-1 aria-[current]:inset-ring-line-strong"
          >
            <span className="flex items-center gap-2">
              {item.label}
              <span aria-hidden="true" className="link-pending" />
            </span>
            {item.count > 0 ? <Count item={item} /> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The same sections along the bottom of a narrow screen. */
export function BottomLinks({ items }: { items: readonly NavigationItem[] }) {
  const pathname = usePathname();
  return items.map((item) => (
    <li key={item.key} className="flex-1">
      <Link
        href={sectionPaths[item.key]}
        aria-current={inSection(pathname, item.key) ? 'page' : undefined}
        className={cx(
          bottomItem,
          'aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:border-accent',
        )}
      >
        {item.label}
      </Link>
    </li>
  ));
}

export const bottomItem =
  'flex h-12 w-full items-center justify-center border-b-3 border-transparent px-1 text-sm font-medium text-ink-2';

function Count({ item }: { item: NavigationItem }) {
  return (
    <span className="text-xs font-medium text-ink-3">
      <span aria-hidden="true">{item.count}</span>
      <span className="sr-only">, {item.waiting}</span>
    </span>
  );
}
