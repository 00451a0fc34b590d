import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { TemplateList as List } from './types.ts';

/** The templates there are, and how many courses and paths chose each. */
export function TemplateList({ templates }: { templates: List }) {
  const t = useTranslations('credentialTemplates');
  if (templates.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <ColumnHead>{t('fields.name')}</ColumnHead>
          <ColumnHead>{t('columns.says')}</ColumnHead>
          <ColumnHead>{t('columns.validity')}</ColumnHead>
          <ColumnHead className="text-right">{t('columns.courses')}</ColumnHead>
          <ColumnHead className="text-right">{t('columns.paths')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {templates.map(({ id, name, version, ended, titles, validityMonths, courses, paths: onPaths }) => (
          <tr key={id}>
            <RowHead className="min-w-40">
              <Link
                href={paths.credentialTemplate(id)}
                className="wrap-anywhere hover:text-accent hover:underline"
              >
                {name}
              </Link>{' '}
              <span className="font-normal whitespace-nowrap text-ink-3">
                {t('version', { number: version })}
              </span>{' '}
              {ended ? <Tag tone="neutral">{t('ended')}</Tag> : null}
            </RowHead>
            <Cell className="min-w-48">
              <span lang="en" className="block">
                {titles.en}
              </span>
              <span lang="fr" className="block text-ink-2">
                {titles.fr}
              </span>
            </Cell>
            <Cell className="min-w-28">
              {validityMonths === null ? t('asCourse') : t('months', { count: validityMonths })}
            </Cell>
            <Cell className="text-right">{courses}</Cell>
            <Cell className="text-right">{onPaths}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
