import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { QuestionList as List } from './types.ts';

/** A page of the bank: what each question is, where it stands, and in how many quizzes it is asked. */
export function QuestionList({ list }: { list: List }) {
  const t = useTranslations('bank');
  if (list.questions.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <>
      <p className="mb-2 text-sm text-ink-2">{t('found', { count: list.total })}</p>
      <Table caption={t('title')}>
        <thead>
          <tr>
            <ColumnHead>{t('question')}</ColumnHead>
            <ColumnHead className="max-md:hidden">{t('category')}</ColumnHead>
            <ColumnHead className="max-md:hidden">{t('difficulty')}</ColumnHead>
            <ColumnHead className="max-md:hidden">{t('languages')}</ColumnHead>
            <ColumnHead className="whitespace-nowrap">{t('asked')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {list.questions.map((question) => (
            <tr key={question.id}>
              <RowHead>
                <Link
                  href={paths.question(question.id)}
                  className="wrap-anywhere hover:text-accent hover:underline"
                >
                  {question.name}
                </Link>
                <span className="mt-0.5 flex flex-wrap items-center gap-1.5 text-sm font-normal text-ink-2">
                  {t(`kinds.${question.kind}`)}
                  {question.tags.map((tag) => (
                    <Tag key={tag} wraps>
                      {tag}
                    </Tag>
                  ))}
                  {question.archived ? <Tag tone="warn">{t('archived')}</Tag> : null}
                </span>
              </RowHead>
              <Cell className="max-md:hidden">{question.category}</Cell>
              <Cell className="max-md:hidden">{t(`difficulties.${question.difficulty}`)}</Cell>
              <Cell className="uppercase max-md:hidden">{question.languages.join(' ')}</Cell>
              <Cell className="whitespace-nowrap">{t('places', { count: question.places })}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
