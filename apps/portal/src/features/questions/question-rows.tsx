import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { Question } from './types.ts';

type Props = {
  questions: readonly Question[];
  /** The course, where each row is to say about which activity it was asked. */
  about?: { slug: string; language: string };
};

/** Questions as rows: what was asked, whether it is answered, how much was said, and what is unread. */
export function QuestionRows({ questions, about }: Props) {
  const t = useTranslations('questions');
  return (
    <ul className="border-t border-line">
      {questions.map((question) => (
        <li
          key={question.id}
          className="grid items-baseline gap-x-6 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <Link
              href={
                question.unread > 0
                  ? `${paths.thread(question.id)}?unread=1#unread`
                  : paths.thread(question.id)
              }
              className="font-semibold wrap-anywhere hover:text-accent hover:underline"
            >
              {question.title}
            </Link>
            {about && question.activity ? (
              <p className="text-sm text-ink-2 wrap-anywhere" lang={about.language}>
                <Link
                  href={paths.activity(about.slug, question.activity.key)}
                  className="hover:text-accent hover:underline"
                >
                  {question.activity.title}
                </Link>
              </p>
            ) : null}
          </div>
          <p className="flex flex-wrap items-baseline gap-x-3 text-sm sm:justify-end">
            <span className={question.unread > 0 ? 'font-semibold text-accent' : 'text-ink-3'}>
              {question.unread > 0
                ? t('unread', { count: question.unread })
                : t('answers', { count: Math.max(0, question.contributions - 1) })}
            </span>
            {question.answered ? (
              <Tag tone="good" marked>
                {t('answered')}
              </Tag>
            ) : (
              <Tag>{t('waits')}</Tag>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
