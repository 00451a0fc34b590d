import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FormingPage } from '#features/positions/forming-page.tsx';
import { ReservationForm } from '#features/positions/reservation-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('positions.form'))('reservationTitle') };
}

/** A reservation of one's nation on the newest version; `paragraph` is the one it begins with. */
export default async function ReservationPage({
  params,
  searchParams,
}: PageProps<'/consult/texts/[textId]/reservation'>) {
  const [{ textId }, { paragraph }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('positions.form'),
  ]);
  return (
    <FormingPage textId={textId} title={t('reservationTitle')} lead={t('reservationLead')} speaking>
      {(forming, marking) => (
        <ReservationForm
          forming={forming}
          marking={marking}
          paragraphId={forming.paragraphs.find((one) => one.id === paragraph)?.id ?? null}
        />
      )}
    </FormingPage>
  );
}
