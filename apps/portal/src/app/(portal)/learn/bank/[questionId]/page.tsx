import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Notice } from '#components/notice.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { isId } from '#features/address.ts';
import { filtersPath } from '#features/bank/filters.ts';
import { Usage, Versions } from '#features/bank/question-about.tsx';
import { QuestionActions } from '#features/bank/question-facts.tsx';
import { TryQuestion } from '#features/bank/try-question.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { languageName } from '#i18n/language-name.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/bank/[questionId]'>;
const load = cache(async (questionId: string, version: string) => {
  if (!isId(questionId)) notFound();
  const number = /^[1-9]\d{0,6}$/.test(version) ? Number(version) : undefined;
  return (await serverApi()).bank.byId({ questionId, number });
});

async function loadPage({ params, searchParams }: Props) {
  const [{ questionId }, { version }] = await Promise.all([params, searchParams]);
  return load(questionId, String(version ?? ''));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await loadPage(props)).name };
}

/** One question: as a learner meets it, its versions, and where it is asked. */
export default async function QuestionPage(props: Props) {
  const question = await loadPage(props);
  const api = await serverApi();
  const [t, shelves] = await Promise.all([getTranslations('bank'), api.bank.categories()]);
  const { id, name, categoryId, difficulty, tags, number, latest } = question;
  return (
    <ClientMessages of={['bank', 'quiz']}>
      <PageHeader
        title={name}
        crumbs={[
          { label: t('title'), href: '/learn/bank' },
          { label: question.category, href: filtersPath({ categoryId, show: 'live' }) },
        ]}
        actions={
          <>
            <LinkButton look="primary" href={`${paths.question(id)}/edit`}>
              {t('edit')}
            </LinkButton>
            <QuestionActions
              questionId={id}
              facts={{ name, categoryId, difficulty, tags }}
              archived={question.archived}
              shelves={shelves}
            />
          </>
        }
      />
      {number < latest ? (
        <Notice
          action={<LinkButton href={paths.question(id)}>{t('toLatest', { number: latest })}</LinkButton>}
        >
          {t('notLatest', { number })}
        </Notice>
      ) : null}
      <p className="mb-6 flex flex-wrap items-center gap-2 text-sm text-ink-2">
        {t(`kinds.${question.kind}`)} · {t(`difficulties.${difficulty}`)} ·{' '}
        {Object.keys(question.body.texts).map(languageName).join(', ')}
        {tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
        {question.archived ? <Tag tone="warn">{t('archived')}</Tag> : null}
      </p>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
        <section aria-labelledby="learner">
          <h2 id="learner" className="mb-3">
            {t('asLearner')}
          </h2>
          <TryQuestion
            body={question.body}
            language={question.sourceLanguage}
            questions={question.asLearner}
          />
        </section>
        <Versions question={question} />
      </div>
      <div className="mt-8">
        <Usage question={question} />
      </div>
    </ClientMessages>
  );
}
