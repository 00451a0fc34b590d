import { useTranslations } from 'next-intl';
import type { ErrorWords } from '#commands/words.ts';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import type { ImportPreviewed } from './types.ts';

/** What a file holds: what is not carried first, by line, then every question with what writing it would do. */
export function ImportPreview({ preview }: { preview: ImportPreviewed }) {
  const t = useTranslations('bank.import');
  const { format, encoding, questions, problems, counts } = preview;
  return (
    <div className="flex flex-col gap-6">
      {format ? (
        <p className="text-ink-2">
          {t('summary', {
            format: format === 'concord' ? 'JSON' : t(`kinds.${format}`),
            encoding,
            count: questions.length,
            ...counts,
          })}
        </p>
      ) : null}
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {questions.length > 0 ? <Questions questions={questions} /> : null}
    </div>
  );
}

function Problems({ problems }: { problems: ImportPreviewed['problems'] }) {
  const t = useTranslations('bank.import');
  return (
    <section aria-labelledby="left-out">
      <h3 id="left-out" className="mb-2">
        {t('problems', { count: problems.length })}
      </h3>
      <Table caption={t('problem')}>
        <thead>
          <tr>
            <ColumnHead>{t('line')}</ColumnHead>
            <ColumnHead>{t('problem')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, code, params }) => (
            <tr key={`${line} ${code} ${JSON.stringify(params)}`}>
              <RowHead className="tabular-nums">{line ?? '–'}</RowHead>
              <Cell className="wrap-anywhere">
                <Words code={code} params={params} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Questions({ questions }: { questions: ImportPreviewed['questions'] }) {
  const t = useTranslations('bank');
  return (
    <Table caption={t('import.found')}>
      <thead>
        <tr>
          <ColumnHead>{t('import.line')}</ColumnHead>
          <ColumnHead>{t('import.questionName')}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t('type')}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t('category')}</ColumnHead>
          <ColumnHead>{t('import.change')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {questions.map(({ line, name, kind, category, change }) => (
          <tr key={`${line} ${name}`}>
            <Cell className="tabular-nums">{line}</Cell>
            <RowHead className="wrap-anywhere">{name}</RowHead>
            <Cell className="max-md:hidden">{t(`kinds.${kind}`)}</Cell>
            <Cell className="max-md:hidden">{category.join(' / ')}</Cell>
            <Cell>{t(`import.changes.${change}`)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A problem in words; what a form would say of a field is said here too. */
function Words({ code, params }: Pick<ImportPreviewed['problems'][number], 'code' | 'params'>) {
  const t = useTranslations('bank.import.codes');
  const errors = useTranslations('errors') as unknown as ErrorWords;
  const key = String(params.detail ?? '').replace(/^errors\./, '');
  const detail = key !== '' && errors.has(key) ? errors(key, params) : `${params.path} ${params.detail}`;
  return t(code, { ...params, detail } as never);
}
