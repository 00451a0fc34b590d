import type { ReactNode } from 'react';
import { PublicFrame } from '#features/shell/public-frame.tsx';

/** The frame of pages before sign-in and of public proofs. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
