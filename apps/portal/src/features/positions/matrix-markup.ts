import { type Markup, markup } from '#components/markup.ts';
import { paths } from '#features/paths.ts';
import type { Matrix } from './types.ts';

type Mark = Matrix['marks'][number];
type Trouble = Mark['trouble'];

/** The sign of each kind of trouble; the words stand in the legend and in each mark's name. */
export const troubleSigns: Record<Trouble, string> = {
  break: '✕',
  reservation: '◐',
  amendment: '✎',
  bracket: '[ ]',
};

/** The words a row needs. */
export type MatrixWords = {
  whole: string;
  heading: string;
  /** "Calder: reservation, ¶ 7". */
  mark: (nation: string, trouble: Trouble, place: string) => string;
  /** "Calder: 18 open amendments, ¶ 7". */
  amendments: (nation: string, count: number, place: string) => string;
};

type Paragraph = Matrix['paragraphs'][number];

/** The rows of the matrix: the whole text where somebody has trouble with it, then paragraph by paragraph. */
export function matrixRows(matrix: Matrix, rows: readonly Paragraph[], words: MatrixWords): Markup {
  const cells = new Map<string, Mark[]>();
  for (const mark of matrix.marks) {
    const key = `${mark.paragraphId ?? ''} ${mark.partyId}`;
    cells.set(key, [...(cells.get(key) ?? []), mark]);
  }
  const whole = matrix.marks.some((mark) => mark.paragraphId === null);
  const row = (id: string, number: string, start: string) => {
    const place = number || start;
    return markup`<tr><th scope="row"><b>${number}</b> <span>${start}</span></th>${matrix.nations.map(
      (nation) => cell(matrix, nation, cells.get(`${id} ${nation.id}`), place, words),
    )}</tr>`;
  };
  return markup`${whole ? row('', '', words.whole) : null}${rows.map(({ id, kind, number, start }) =>
    row(id, number, kind === 'heading' ? `${words.heading} ${start}` : start),
  )}`;
}

function cell(
  matrix: Matrix,
  nation: Matrix['nations'][number],
  marks: readonly Mark[] | undefined,
  place: string,
  words: MatrixWords,
): Markup {
  if (!marks) return EMPTY;
  const amending = marks.filter(({ trouble }) => trouble === 'amendment');
  const many = amending.length > MOST_APART;
  const apart = many ? marks.filter(({ trouble }) => trouble !== 'amendment') : marks;
  return markup`<td>${apart.map((mark) => {
    const name = words.mark(nation.name, mark.trouble, place);
    return markup`<a class="${mark.trouble}" href="${wayTo(matrix, mark)}" title="${name}" aria-label="${name}">${troubleSigns[mark.trouble]}</a>`;
  })}${many ? amendmentsTogether(matrix, nation, amending, words.amendments(nation.name, amending.length, place)) : null}</td>`;
}

/** So many amendments of a nation to one paragraph stand each by itself; more are one sign with their number. */
const MOST_APART = 3;

function amendmentsTogether(
  { textId }: Matrix,
  { code }: Matrix['nations'][number],
  amending: readonly Mark[],
  name: string,
): Markup {
  const way = paths.text(textId, { view: 'amendments', nation: code });
  const paragraph = amending[0]?.paragraphId;
  const href = paragraph ? `${way}#g-${paragraph}` : way;
  return markup`<a class="amendment" href="${href}" title="${name}" aria-label="${name}">${troubleSigns.amendment}${amending.length}</a>`;
}

const EMPTY = markup`<td></td>`;

/** Where the thing a mark stands for is to be read. */
function wayTo({ textId }: Matrix, { trouble, id, paragraphId }: Mark): string {
  if (trouble === 'reservation') return `${paths.text(textId, { view: 'positions' })}#r-${id}`;
  if (trouble === 'amendment') return `${paths.text(textId, { view: 'amendments' })}#a-${id}`;
  if (trouble === 'bracket') return `${paths.text(textId, { view: 'bracketed' })}#p-${paragraphId}`;
  return paths.text(textId);
}
