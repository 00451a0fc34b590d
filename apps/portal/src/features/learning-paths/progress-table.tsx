import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { stepTones } from './step-tones.ts';
import type { PathProgress } from './types.ts';

/** People by row, by name; the path's courses by column, in their order. */
export function ProgressTable({ progress: { steps, people } }: { progress: PathProgress }) {
  const t = useTranslations('learningPaths');
  if (people.length === 0) return <p className="text-ink-2">{t('nobodyFollows')}</p>;
  return (
    <Table caption={t('whoIsWhere.title')}>
      <thead>
        <tr>
          <ColumnHead>{t('whoIsWhere.person')}</ColumnHead>
          <ColumnHead>{t('whoIsWhere.done')}</ColumnHead>
          {steps.map(({ courseId, title, required }, index) => (
            <ColumnHead key={courseId} className="min-w-36">
              {index + 1}. {title || t('hidden')}
              {required ? null : <span className="block font-normal text-ink-3">{t('optional')}</span>}
            </ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, party, done, total, cells }) => (
          <tr key={id}>
            <RowHead className="min-w-40">
              <Link href={paths.person(id)} className="wrap-anywhere hover:text-accent hover:underline">
                {name}
              </Link>{' '}
              <span className="font-normal text-ink-3">{party}</span>
            </RowHead>
            <Cell className="whitespace-nowrap tabular-nums">{t('progress', { done, total })}</Cell>
            {cells.map(({ courseId, state }) => (
              <Cell key={courseId}>
                <Tag tone={stepTones[state]} marked>
                  {t(`states.${state}`)}
                </Tag>
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
