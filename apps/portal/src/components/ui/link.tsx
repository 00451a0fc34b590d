import type { ComponentProps } from 'react';

/**
 * A link inside the portal: a plain one, so that a list of fifty is fifty elements and no script of its own. The
 * frame's `SoftLinks` opens all of them without loading the document again; nothing is fetched before one is pressed.
 */
export function Link(props: ComponentProps<'a'> & { href: string }) {
  return <a {...props} />;
}
