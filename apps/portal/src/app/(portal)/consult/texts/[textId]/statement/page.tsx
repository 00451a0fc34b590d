import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FormingPage } from '#features/positions/forming-page.tsx';
import { StatementForm } from '#features/positions/statement-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('positions.form'))('statementTitle') };
}

/** A statement of one's nation for the record. */
export default async function StatementPage({ params }: PageProps<'/consult/texts/[textId]/statement'>) {
  const [{ textId }, t] = await Promise.all([params, getTranslations('positions.form')]);
  return (
    <FormingPage textId={textId} title={t('statementTitle')} lead={t('statementLead')} speaking>
      {(forming, marking) => <StatementForm forming={forming} marking={marking} />}
    </FormingPage>
  );
}
