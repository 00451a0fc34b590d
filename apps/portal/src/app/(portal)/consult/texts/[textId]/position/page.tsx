import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FormingPage } from '#features/positions/forming-page.tsx';
import { PositionForm } from '#features/positions/position-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('positions.form'))('title') };
}

/** What one's nation says of the newest version of a text. */
export default async function PositionPage({ params }: PageProps<'/consult/texts/[textId]/position'>) {
  const [{ textId }, t] = await Promise.all([params, getTranslations('positions.form')]);
  return (
    <FormingPage textId={textId} title={t('title')} lead={t('lead')}>
      {(forming, marking) => <PositionForm forming={forming} marking={marking} />}
    </FormingPage>
  );
}
