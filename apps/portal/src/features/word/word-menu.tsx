'use client';

import { useRouter } from 'next/navigation';
import { Menu } from '#components/ui/menu.tsx';

/** A way to take something out as a file, or to a page. */
export type Way = { key: string; label: string; file?: string; page?: string };

/** The menu of such ways. A file is fetched by the browser itself, which stays on the page. */
export function WordMenu({ label, ways }: { label: string; ways: readonly Way[] }) {
  const router = useRouter();
  return (
    <Menu
      label={label}
      items={ways.map(({ key, label: words, file, page }) => ({
        key,
        label: words,
        onSelect: () => (page ? router.push(page) : window.location.assign(file ?? '')),
      }))}
    />
  );
}
