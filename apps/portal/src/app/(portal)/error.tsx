'use client';

import { ErrorState, type PageError } from '#components/error-state.tsx';

/** A page that failed; the navigation still works. */
export default function PageFailed({ error, reset }: { error: PageError; reset: () => void }) {
  return <ErrorState error={error} onRetry={reset} />;
}
