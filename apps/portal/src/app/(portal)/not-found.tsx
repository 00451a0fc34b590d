import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundState } from '#components/not-found-state.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') };
}

/** The same words as outside, with the navigation still at hand. */
export default function NotFound() {
  return <NotFoundState />;
}
