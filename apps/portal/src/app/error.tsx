'use client';

import { ErrorState, type PageError } from '#components/error-state.tsx';

/** A page that failed, where not even the navigation could be drawn. */
export default function PageFailed({ error, reset }: { error: PageError; reset: () => void }) {
  return (
    <main className="mx-auto min-h-dvh max-w-form px-4 py-24">
      <ErrorState error={error} onRetry={reset} />
    </main>
  );
}
