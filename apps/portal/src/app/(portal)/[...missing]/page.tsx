import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') };
}

/** An address that leads nowhere, with the navigation still around it; signed out, it is the sign-in page. */
export default function MissingPage() {
  notFound();
}
