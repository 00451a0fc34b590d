import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link inside the portal. It fetches nothing before it is pressed: every page is rendered for one person, so a
 * list of fifty links would otherwise ask the server for fifty pages that nobody reads.
 */
export function Link({ prefetch = false, ...props }: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={prefetch} {...props} />;
}
