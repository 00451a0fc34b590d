import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { PaletteButton } from '#features/palette/palette-button.tsx';
import { pageTitle } from '#features/shell/page-title.ts';
import { YourLearning } from '#features/today/learning.tsx';
import { NextTwoWeeks } from '#features/today/next-two-weeks.tsx';
import { Waiting } from '#features/today/waiting.tsx';
import { insideExercise } from '#features/twins/inside.ts';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

const load = cache(async () => {
  const today = await (await serverApi()).today.get();
  return { today, marking: dominant(Object.values(today.markings)) };
});

export async function generateMetadata(): Promise<Metadata> {
  const { marking } = await load();
  return { title: await pageTitle((await getTranslations('today'))('title'), marking?.levelName) };
}

/** Everyone's first page: what waits for me, with every clock on it. */
export default async function TodayPage() {
  const [t, clock, { today, marking }, inside] = await Promise.all([
    getTranslations('today'),
    getClock(),
    load(),
    insideExercise(),
  ]);
  return (
    <>
      <PageMarking marking={marking} />
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
