import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundState } from '#components/not-found-state.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') };
}

/** What does not exist, and what may not be read: the same page, the same words. */
export default function NotFound() {
  return (
    <main className="mx-auto min-h-dvh max-w-form px-4 py-24">
      <NotFoundState />
    </main>
  );
}
