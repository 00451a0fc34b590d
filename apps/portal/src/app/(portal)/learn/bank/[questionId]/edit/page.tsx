import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { isId } from '#features/address.ts';
import { QuestionEditor } from '#features/bank/question-editor.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bank'))('edit') };
}

/** Writes the next version of a question. */
export default async function EditQuestionPage({ params }: PageProps<'/learn/bank/[questionId]/edit'>) {
  const { questionId } = await params;
  if (!isId(questionId)) notFound();
  const api = await serverApi();
  const [t, question, shelves] = await Promise.all([
    getTranslations('bank'),
    api.bank.byId({ questionId }),
    api.bank.categories(),
  ]);
  const { id, name, categoryId, difficulty, tags, latest, body, sourceLanguage } = question;
  return (
    <ClientMessages of={['bank', 'quiz']}>
      <PageHeader
        title={t('edit')}
        lead={t('editLead', { number: latest })}
        crumbs={[
          { label: t('title'), href: '/learn/bank' },
          { label: name, href: paths.question(id) },
        ]}
      />
      <QuestionEditor
        begin={body}
        sourceLanguage={sourceLanguage}
        shelves={shelves}
        question={{ id, number: latest }}
        facts={{ name, categoryId, difficulty, tags }}
      />
    </ClientMessages>
  );
}
