import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { DueList } from '#components/ui/due-list.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { ItemRow } from './item-row.tsx';
import type { Finished, LearningItem, MyLearning } from './types.ts';

const GROUPS = ['overdue', 'soon', 'later', 'waiting'] as const;

/** What is overdue, due, next, and what waits for others; then what is done. */
export function MyLearningList({ mine }: { mine: MyLearning }) {
  const t = useTranslations('learning');
  const first = firstToDo(mine.items);
  return (
    <div className="flex flex-col gap-8">
      {mine.items.length === 0 ? (
        <EmptyState
          title={t('empty.title')}
          action={<LinkButton href="/learn">{t('empty.action')}</LinkButton>}
        >
          {t('empty.body')}
        </EmptyState>
      ) : null}
      {GROUPS.map((group) => {
        const items = mine.items.filter((item) => item.group === group);
        if (items.length === 0) return null;
        return (
          <section key={group} aria-labelledby={group}>
            <div className="mb-3 flex items-baseline justify-between">
              <h2 id={group}>{t(`groups.${group}`)}</h2>
              <span className="text-sm font-medium text-ink-3">{items.length}</span>
            </div>
            <DueList>
              {items.map((item) => (
                <ItemRow key={item.id} item={item} first={item === first} />
              ))}
            </DueList>
          </section>
        );
      })}
      <Done done={mine.done} />
    </div>
  );
}

/** In the order the page shows them. */
function firstToDo(items: readonly LearningItem[]): LearningItem | undefined {
  return GROUPS.slice(0, 3)
    .flatMap((group) => items.filter((item) => item.group === group))
    .at(0);
}

function Done({ done }: { done: readonly Finished[] }) {
  const t = useTranslations('learning');
  const clock = useClock();
  if (done.length === 0) return null;
  return (
    <section aria-labelledby="done">
      <h2 id="done" className="mb-3">
        {t('done')}
      </h2>
      <ul className="border-t border-line">
        {done.map((course) => (
          <li
            key={course.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line py-2.5"
          >
            <Link
              href={paths.course(course.slug)}
              lang={course.language}
              className="font-semibold wrap-anywhere hover:text-accent hover:underline"
            >
              {course.title}
            </Link>
            <span className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-2">
              {course.completedAt ? t('completedOn', { date: clock.date(course.completedAt) }) : null}
              <Held course={course} />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm">
        <Link href="/learn/credentials" className="font-semibold text-accent hover:underline">
          {t('credentials')}
        </Link>
      </p>
    </section>
  );
}

function Held({ course: { held, validUntil } }: { course: Finished }) {
  const t = useTranslations('learning');
  const clock = useClock();
  if (!held) return null;
  if (validUntil === null) return <Tag tone="good">{t('valid')}</Tag>;
  const ended = new Date(validUntil) < clock.now;
  const date = clock.date(validUntil);
  return <Tag tone={ended ? 'bad' : 'good'}>{ended ? t('ended', { date }) : t('validUntil', { date })}</Tag>;
}
