'use client';

import { exerciseTime } from '@concord/api/features/injects/rules';
import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/select.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import type { FilePreview } from './types.ts';

type Field = FilePreview['columns'][number]['field'];

/** What each column of the sheet was taken for; another choice is looked at at once. */
export function FileColumns({
  preview,
  onChange,
}: {
  preview: FilePreview;
  onChange: (columns: Field[]) => void;
}) {
  const t = useTranslations('injects.file');
  const fields = useTranslations('injects.fields');
  const { columns } = preview;
  if (columns.length === 0) return null;
  function choose(at: number, field: Field) {
    // What two columns would be is what the later choice makes of it.
    onChange(
      columns.map((column, index) => (index === at ? field : column.field === field ? null : column.field)),
    );
  }
  return (
    <Table caption={t('columns')} captionShown>
      <thead>
        <tr>
          <ColumnHead>{t('column')}</ColumnHead>
          <ColumnHead>{t('heading')}</ColumnHead>
          <ColumnHead>{t('is')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ letter, head, field }, index) => (
          <tr key={letter}>
            <RowHead>{letter}</RowHead>
            <Cell className="wrap-anywhere">{head}</Cell>
            <Cell>
              <Select
                aria-label={t('isOf', { column: letter, heading: head })}
                value={field ?? ''}
                onChange={(event) => choose(index, (event.target.value || null) as Field)}
              >
                <option value="">{t('leftOut')}</option>
                {preview.fields.map((one) => (
                  <option key={one} value={one}>
                    {fields(one)}
                  </option>
                ))}
              </Select>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The first injects as they would be written. */
export function FileSample({ sample }: Pick<FilePreview, 'sample'>) {
  const t = useTranslations('injects.file');
  const fields = useTranslations('injects.fields');
  if (sample.length === 0) return null;
  return (
    <Table caption={t('sample', { count: sample.length })} captionShown className="max-w-measure">
      <thead>
        <tr>
          <ColumnHead className="w-32">{fields('minute')}</ColumnHead>
          <ColumnHead>{fields('title')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {sample.map(({ number, minute, title }, index) => (
          <tr key={`${number ?? index} ${title}`}>
            <RowHead className="whitespace-nowrap">{exerciseTime(minute)}</RowHead>
            <Cell className="wrap-anywhere">{title}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What is wrong, by line and cell; nothing is written while there is any of it. */
export function FileProblems({ preview }: { preview: FilePreview }) {
  const t = useTranslations('injects.file');
  const { problems, problemCount } = preview;
  if (problemCount === 0) return null;
  return (
    <Table caption={t('problems', { count: problemCount })} captionShown>
      <thead>
        <tr>
          <ColumnHead>{t('cell')}</ColumnHead>
          <ColumnHead>{t('problem')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ line, column, code, value }) => (
          <tr key={`${line} ${column} ${code} ${value}`}>
            <RowHead className="whitespace-nowrap">
              {line === 0 ? t('whole') : column ? `${column}${line}` : t('line', { line })}
            </RowHead>
            <Cell className="wrap-anywhere">{t(`codes.${code as 'empty'}`, { value })}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
