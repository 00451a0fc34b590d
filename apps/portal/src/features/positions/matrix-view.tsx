import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import type { Room } from '#features/texts/types.ts';
import { type MatrixWords, matrixRows, troubleSigns } from './matrix-markup.ts';
import type { Matrix } from './types.ts';

type Props = { room: Room; matrix: Matrix; everyRow: boolean };

/** Nations against paragraphs: who has trouble with which, each mark a way to the thing itself. */
export function MatrixView({ room, matrix, everyRow }: Props) {
  const t = useTranslations('positions.matrix');
  const troubled = new Set(matrix.marks.map((one) => one.paragraphId));
  const rows = everyRow
    ? matrix.paragraphs
    : matrix.paragraphs.filter((paragraph) => troubled.has(paragraph.id));
  return (
    <div className="flex flex-col gap-4">
      <Legend matrix={matrix} />
      {matrix.marks.length === 0 && !everyRow ? (
        <EmptyState title={t('none', { number: matrix.version })}>{t('noneBody')}</EmptyState>
      ) : (
        <Grid matrix={matrix} rows={rows} />
      )}
      <RowsLink room={room} matrix={matrix} everyRow={everyRow} />
    </div>
  );
}

function Legend({ matrix }: { matrix: Matrix }) {
  const t = useTranslations('positions.matrix');
  return (
    <div className="text-sm text-ink-2">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {(['break', 'reservation', 'amendment', 'bracket'] as const).map((trouble) => (
          <li key={trouble}>
            <span aria-hidden="true" className="mr-1 font-semibold text-ink">
              {troubleSigns[trouble]}
            </span>
            {t(`troubles.${trouble}`)}
          </li>
        ))}
      </ul>
      {matrix.unnamed ? <p className="mt-1">{t('unnamed')}</p> : null}
    </div>
  );
}

function Grid({ matrix, rows }: { matrix: Matrix; rows: Matrix['paragraphs'] }) {
  const t = useTranslations('positions.matrix');
  const words: MatrixWords = {
    whole: t('whole'),
    heading: t('heading'),
    amendments: (nation, count, place) => t('amendments', { nation, count, place }),
    mark: (nation, trouble, place) => t('mark', { nation, trouble: t(`troubles.${trouble}`), place }),
  };
  return (
    <section
      aria-label={t('caption', { number: matrix.version })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[78vh] w-fit max-w-full overflow-auto rounded-md border border-line"
    >
      <table className="matrix border-separate border-spacing-0 text-left text-sm">
        <caption className="sr-only">{t('caption', { number: matrix.version })}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 min-w-28 border-r border-b border-line-strong bg-wash px-2 py-1.5 md:min-w-56"
            >
              {t('paragraph')}
            </th>
            {matrix.nations.map((nation) => (
              <th
                key={nation.id}
                scope="col"
                data-mine={nation.mine || undefined}
                className="sticky top-0 z-10 border-b border-line-strong bg-wash px-px py-1.5 text-center text-[0.7rem] font-semibold data-mine:text-accent data-mine:underline"
              >
                <abbr title={nation.name} className="no-underline">
                  {nation.code}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        {/* One text for all rows: a React element for each of ten thousand cells would be built three times over. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, which escapes */}
        <tbody dangerouslySetInnerHTML={{ __html: matrixRows(matrix, rows, words).html }} />
      </table>
    </section>
  );
}

function RowsLink({ room, matrix, everyRow }: Props) {
  const t = useTranslations('positions.matrix');
  const newest = room.versions[0]?.number === matrix.version;
  const way = { view: 'matrix', ...(!newest && { version: matrix.version }) };
  return (
    <p className="no-print text-sm">
      <Link
        href={paths.text(room.id, everyRow ? way : { ...way, rows: 'all' })}
        className="font-semibold text-accent hover:underline"
      >
        {everyRow ? t('troubled') : t('all', { count: matrix.paragraphs.length })}
      </Link>
    </p>
  );
}
