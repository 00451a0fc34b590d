import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { PaletteButton } from '#features/palette/palette-button.tsx';
import { YourLearning } from '#features/today/learning.tsx';
import { NextTwoWeeks } from '#features/today/next-two-weeks.tsx';
import { Waiting } from '#features/today/waiting.tsx';
import { insideExercise } from '#features/twins/inside.ts';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') };
}

/** Everyone's first page: what waits for me, with every clock on it. */
export default async function TodayPage() {
  const api = await serverApi();
  const [t, clock, today, inside] = await Promise.all([
    getTranslations('today'),
    getClock(),
    api.today.get(),
    insideExercise(),
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={clock.inBothZones(clock.now)} actions={<PaletteButton />} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
        <div className="flex flex-col gap-8">
          <Waiting items={today.waiting} />
          {inside ? null : <YourLearning courses={today.learning} />}
        </div>
        <NextTwoWeeks dates={today.upcoming} />
      </div>
    </>
  );
}
