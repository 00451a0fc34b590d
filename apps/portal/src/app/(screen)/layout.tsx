import type { ReactNode } from 'react';
import { FrameMessages } from '#i18n/client-messages.tsx';
import { requireShell } from '#trpc/shell.ts';

/** Pages for a screen on the wall: no navigation around them, and signed in like all others. */
export default async function ScreenLayout({ children }: { children: ReactNode }) {
  await requireShell();
  return (
    <main
      id="content"
      tabIndex={-1}
      className="min-h-dvh px-6 py-[calc(var(--marking-height)+1.5rem)] outline-none"
    >
      <FrameMessages>{children}</FrameMessages>
    </main>
  );
}
