import { decisionInput } from '@concord/api/features/decisions/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublishedDecision } from '#features/decisions/published.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('decisions.public'))('title') };
}

/** A decision that its chair published: for anybody, and of chosen fields alone. */
export default async function PublicDecisionPage({ params }: PageProps<'/decisions/[decisionId]'>) {
  const asked = decisionInput.safeParse(await params);
  if (!asked.success) notFound();
  const api = await serverApi();
  return <PublishedDecision decision={await api.decisions.published(asked.data)} />;
}
