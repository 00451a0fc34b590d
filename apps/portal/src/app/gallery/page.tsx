import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Toaster } from '#components/ui/toaster.tsx';
import { isDevelopment } from '#env.ts';
import { Controls } from '#features/gallery/controls.tsx';
import { Pieces } from '#features/gallery/pieces.tsx';
import { ClientMessages, FrameMessages } from '#i18n/client-messages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  if (!isDevelopment) notFound();
  return { title: (await getTranslations('gallery'))('title') };
}

/** Every component in its states, for those who build pages. In production it is not there. */
export default async function GalleryPage() {
  if (!isDevelopment) notFound();
  const t = await getTranslations();
  return (
    <FrameMessages>
      <ClientMessages of={['shell', 'gallery']}>
        <MarkingBanner
          of="portal"
          words={{ level: t('shell.publicMarking'), release: t('markings.originatorOnly') }}
        />
        <main className="mx-auto max-w-page px-4 py-16">
          <PageHeader title={t('gallery.title')} lead={t('gallery.lead')} />
          <Pieces />
          <Controls />
        </main>
        <Toaster />
      </ClientMessages>
    </FrameMessages>
  );
}
