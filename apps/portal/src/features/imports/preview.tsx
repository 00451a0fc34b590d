import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/notice.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import type { ImportPage } from '#features/people/types.ts';
import { WriteImport } from './write-import.tsx';

/** What a file holds: what would be written, what is wrong with it, and how far it is. */
export async function Preview({ preview }: { preview: ImportPage }) {
  const t = await getTranslations('imports');
  const written = preview.created + preview.updated + preview.unchanged;
  const finished = preview.ready === 0 && written > 0;
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="holds">
        <h2 id="holds" className="mb-1">
          {t('holds')}
        </h2>
        <p className="text-ink-2">
          {preview.lines === 0
            ? t('nothing')
            : t('summary', {
                lines: preview.lines,
                encoding: preview.encoding,
                problems: preview.problem,
              })}
        </p>
        {preview.ahead ? <p>{t('ahead', preview.ahead)}</p> : null}
        {preview.ready > 0 ? (
          <WriteImport importId={preview.id} ready={preview.ready} begun={written > 0} />
        ) : null}
        {finished ? (
          <div className="mt-4">
            <Notice
              kind="good"
              title={t('finished')}
              action={
                preview.cohortId ? (
                  <LinkButton href={`/people/cohorts/${preview.cohortId}`}>{t('toCohort')}</LinkButton>
                ) : (
                  <LinkButton href="/people">{t('toPeople')}</LinkButton>
                )
              }
            >
              {t('outcome', {
                created: preview.created,
                updated: preview.updated,
                unchanged: preview.unchanged,
              })}
            </Notice>
          </div>
        ) : null}
      </section>
      <Problems preview={preview} />
      <Sample preview={preview} />
    </div>
  );
}

async function Problems({ preview }: { preview: ImportPage }) {
  const t = await getTranslations('imports');
  if (preview.problems.length === 0) return null;
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="mb-1">
        {t('problemsTitle')}
      </h2>
      <p className="mb-3 max-w-measure text-ink-2">{t('problemsLead')}</p>
      <Table caption={t('problemsTitle')}>
        <thead>
          <tr>
            <ColumnHead>{t('line')}</ColumnHead>
            <ColumnHead>{t('column')}</ColumnHead>
            <ColumnHead>{t('problem')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {preview.problems.map((problem) => (
            <tr key={`${problem.line} ${problem.column} ${problem.code} ${JSON.stringify(problem.params)}`}>
              <RowHead className="tabular-nums">{problem.line || t('wholeFile')}</RowHead>
              <Cell>{problem.column ? t(`columns.${problem.column as 'email'}`) : t('wholeLine')}</Cell>
              <Cell className="wrap-anywhere">
                <ProblemWords problem={problem} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** A problem in words; a column that is missing is named as people know it. */
async function ProblemWords({ problem }: { problem: ImportPage['problems'][number] }) {
  const t = await getTranslations('imports');
  const { code, params } = problem;
  const column = String(params.column ?? '');
  const named = code === 'columnMissing' ? { ...params, column: t(`columns.${column as 'email'}`) } : params;
  return <>{t(`problems.${code as 'missing'}`, named as never)}</>;
}

async function Sample({ preview }: { preview: ImportPage }) {
  const t = await getTranslations('imports');
  if (preview.sample.length === 0) return null;
  return (
    <section aria-labelledby="sample">
      <h2 id="sample" className="mb-3">
        {t('sample', { count: preview.sample.length })}
      </h2>
      <Table caption={t('sample', { count: preview.sample.length })}>
        <thead>
          <tr>
            <ColumnHead>{t('line')}</ColumnHead>
            <ColumnHead>{t('name')}</ColumnHead>
            <ColumnHead>{t('columns.party')}</ColumnHead>
            <ColumnHead>{t('columns.email')}</ColumnHead>
            <ColumnHead>{t('columns.jobTitle')}</ColumnHead>
            <ColumnHead>{t('state')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row) => (
            <tr key={row.line}>
              <Cell className="tabular-nums">{row.line}</Cell>
              <RowHead>{`${row.givenName} ${row.familyName}`}</RowHead>
              <Cell>{row.party}</Cell>
              <Cell className="wrap-anywhere">{row.email}</Cell>
              <Cell>{row.jobTitle}</Cell>
              <Cell>{t(`outcomes.${row.outcome}`)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
