import { questionKinds } from '@concord/api/features/bank/rules';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { blankBody } from '#features/bank/edit-body.ts';
import { readFilters } from '#features/bank/filters.ts';
import { QuestionEditor } from '#features/bank/question-editor.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bank'))('new') };
}

/** A new question: first its type, then its form. */
export default async function NewQuestionPage({ searchParams }: PageProps<'/learn/bank/new'>) {
  const api = await serverApi();
  const [t, locale, { kind, categoryId }, shelves] = await Promise.all([
    getTranslations('bank'),
    getLocale(),
    searchParams.then(readFilters),
    api.bank.categories(),
  ]);
  const [first] = shelves;
  const facts = {
    name: '',
    categoryId: categoryId ?? first?.id ?? '',
    difficulty: 'medium' as const,
    tags: [],
  };
  return (
    <ClientMessages of={['bank', 'quiz']}>
      <PageHeader
        title={kind ? t('newOf', { kind: t(`kinds.${kind}`) }) : t('new')}
        crumbs={[{ label: t('title'), href: '/learn/bank' }]}
      />
      {first === undefined ? (
        <EmptyState
          title={t('noCategory.title')}
          action={<LinkButton href="/learn/bank/categories">{t('noCategory.action')}</LinkButton>}
        />
      ) : kind ? (
        <QuestionEditor
          begin={blankBody(kind, locale)}
          sourceLanguage={locale}
          shelves={shelves}
          facts={facts}
        />
      ) : (
        <KindList categoryId={categoryId} />
      )}
    </ClientMessages>
  );
}

async function KindList({ categoryId }: { categoryId?: string }) {
  const t = await getTranslations('bank');
  return (
    <ul className="grid gap-x-8 border-t border-line md:grid-cols-2">
      {questionKinds.map((kind) => (
        <li key={kind} className="border-b border-line py-3">
          <Link
            href={`/learn/bank/new?${new URLSearchParams({ type: kind, ...(categoryId && { category: categoryId }) })}`}
            className="font-semibold hover:text-accent hover:underline"
          >
            {t(`kinds.${kind}`)}
          </Link>
          <p className="text-sm text-ink-2">{t(`kindHints.${kind}`)}</p>
        </li>
      ))}
    </ul>
  );
}
