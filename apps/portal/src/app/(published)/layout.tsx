import type { ReactNode } from 'react';
import { PublicFrame } from '#features/shell/public-frame.tsx';

/** The frame of what was published, which anybody reads. */
export default function PublishedLayout({ children }: { children: ReactNode }) {
  return <PublicFrame wide>{children}</PublicFrame>;
}
