import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { MarkedApart } from './marked-apart.tsx';
import { actionTones, lessonTones } from './tones.ts';
import type { LessonList, LessonRow } from './types.ts';

type Props = {
  exercise: LessonList['exercise'];
  markings: LessonList['markings'];
  caption: string;
  lessons: readonly LessonRow[];
};

/** Lessons with where they stand and who does what about them by when. */
export function LessonTable({ exercise, markings, caption, lessons }: Props) {
  const t = useTranslations('lessons');
  const { code } = exercise;
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <ColumnHead className="min-w-56">{t('list.lesson')}</ColumnHead>
          <ColumnHead>{t('list.state')}</ColumnHead>
          <ColumnHead className="min-w-64">{t('list.actions')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => (
          <tr key={lesson.id}>
            <RowHead className="wrap-anywhere">
              <span className="block text-sm font-normal text-ink-2">
                {code}-{lesson.number}
              </span>
              <Link href={paths.lesson(code, lesson.number)}>{lesson.title}</Link>
              <span className="block text-sm">
                <MarkedApart markingId={lesson.markingId} {...{ exercise, markings }} />
              </span>
            </RowHead>
            <Cell>
              <Tag tone={lessonTones[lesson.state]} marked>
                {t(`states.${lesson.state}`)}
              </Tag>
            </Cell>
            <Cell>
              {lesson.actions.length === 0 ? (
                <span className="text-ink-3">{t('list.noActions')}</span>
              ) : (
                <ul>
                  {lesson.actions.map((action) => (
                    <li key={action.id} className="mb-1">
                      <ActionInBrief action={action} />
                    </li>
                  ))}
                </ul>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function ActionInBrief({ action }: { action: LessonRow['actions'][number] }) {
  const t = useTranslations('lessons');
  const clock = useClock();
  return (
    <>
      <span className="line-clamp-2 wrap-anywhere">{action.what}</span>
      <span className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
        {action.owner} · {t('list.due', { day: clock.date(`${action.dueOn}T12:00:00Z`) })}
        {action.state === 'open' ? null : (
          <Tag tone={actionTones[action.state]} marked>
            {t(`actionStates.${action.state}`)}
          </Tag>
        )}
      </span>
    </>
  );
}
