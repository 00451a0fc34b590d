import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { PaletteButton } from '#features/palette/palette-button.tsx';
import { getClock } from '#i18n/clock.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') };
}

export default async function TodayPage() {
  const [t, clock] = await Promise.all([getTranslations('today'), getClock()]);
  return <PageHeader title={t('title')} lead={clock.inBothZones(clock.now)} actions={<PaletteButton />} />;
}
