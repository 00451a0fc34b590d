import { childOf, childrenOf, readXml, type XmlElement, XmlProblem } from '../../xml.ts';
import { ArchiveRefused, pack, unpack } from '../../zip.ts';

/** One line of a spreadsheet as the planner sees it: its number there and its cells, numbers as they are stored. */
export type SheetLine = { line: number; cells: SheetCell[] };
/** A cell in words; `number` where it is stored as one, as times and dates are. */
export type SheetCell = { words: string; number: number | null };

/** Why a file is not taken, as the key of its words. */
export class SheetRefused extends Error {
  readonly code: 'notASheet' | 'tooLarge';

  constructor(code: 'notASheet' | 'tooLarge') {
    super(code);
    this.code = code;
  }
}

const LIMITS = { bytes: 60_000_000, file: 40_000_000, entries: 400 };
const MOST_LINES = 5_000;
const MOST_COLUMNS = 100;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook of one sheet in Office Open XML (ECMA-376). Every cell is text, and one that a spreadsheet could take for a
 * formula when it is edited or saved as CSV carries the mark that keeps it text.
 */
export async function writeSheet(
  name: string,
  rows: readonly (readonly string[])[],
  label = '',
): Promise<Buffer> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetXml(rows, label),
  };
  return pack(new Map(Object.entries(files).map(([path, xml]) => [path, Buffer.from(HEAD + xml)])));
}

/** 0 plain, 1 a heading, 2 text that begins as a formula would. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** The label stands at the head and the foot of each printed page. */
function sheetXml(rows: readonly (readonly string[])[], label: string): string {
  const each = escaped(label.replaceAll('&', ' '));
  const lines = rows.map((cells, row) => {
    const all = cells.map((words, column) => {
      const style = row === 0 ? 1 : /^[=+\-@\t]/.test(words) ? 2 : 0;
      if (words === '') return '';
      return `<c r="${columnName(column)}${row + 1}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${all.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${rows[0]?.length ?? 1}" width="24" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData><headerFooter><oddHeader>&amp;C${each}</oddHeader><oddFooter>&amp;C${each}</oddFooter></headerFooter></worksheet>`;
}

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** A, B, … Z, AA for 0, 1, … */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference.replace(/\d+$/, '')) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** The files of a packed workbook; what is no archive, or unpacks to more than is taken, is refused before it is read. */
export async function unpackSheet(bytes: Buffer): Promise<Map<string, Uint8Array>> {
  try {
    return await unpack(bytes, LIMITS);
  } catch (error) {
    if (error instanceof ArchiveRefused) throw new SheetRefused(error.large ? 'tooLarge' : 'notASheet');
    throw error;
  }
}

/** The lines of a workbook's first sheet that hold something. What a formula last came to is read, never the formula. */
export function readSheet(files: ReadonlyMap<string, Uint8Array>): SheetLine[] {
  try {
    const xml = (path: string) => {
      const file = files.get(path);
      return file === undefined
        ? undefined
        : plainNames(
            readXml(
              Buffer.from(file)
                .toString('utf8')
                .replace(/^\uFEFF/, ''),
            ),
          );
    };
    const sheet = xml(firstSheet(xml('xl/workbook.xml'), xml('xl/_rels/workbook.xml.rels')));
    if (!sheet) throw new SheetRefused('notASheet');
    const shared = childrenOf(xml('xl/sharedStrings.xml') ?? EMPTY, 'si').map(richWords);
    return linesOf(sheet, shared);
  } catch (error) {
    if (error instanceof XmlProblem) throw new SheetRefused('notASheet');
    throw error;
  }
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [], text: '', line: 0 };

/** Names without their prefix, as some programs write all of them with one. */
function plainNames(element: XmlElement): XmlElement {
  const { children, name } = element;
  return { ...element, name: name.replace(/^.*:/, ''), children: children.map(plainNames) };
}

function firstSheet(workbook: XmlElement | undefined, relations: XmlElement | undefined): string {
  const [first] = childrenOf(childOf(workbook, 'sheets') ?? EMPTY, 'sheet');
  const id = Object.entries(first?.attributes ?? {}).find(([key]) => /(^|:)id$/.test(key))?.[1];
  const relation = childrenOf(relations ?? EMPTY, 'Relationship').find(
    ({ attributes }) => attributes.Id === id,
  );
  const target = relation?.attributes.Target ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The words of a shared or inline string, in whatever runs they are cut; how they are pronounced is left out. */
function richWords(element: XmlElement): string {
  const own = childrenOf(element, 't').map(({ text }) => text);
  return [
    ...own,
    ...childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't').map(({ text }) => text)),
  ].join('');
}

function linesOf(sheet: XmlElement, shared: readonly string[]): SheetLine[] {
  const rows = childrenOf(childOf(sheet, 'sheetData') ?? EMPTY, 'row');
  if (rows.length > MOST_LINES) throw new SheetRefused('tooLarge');
  let line = 0;
  return rows.flatMap((row) => {
    line = Number(row.attributes.r ?? line + 1);
    const cells: SheetCell[] = [];
    for (const cell of childrenOf(row, 'c')) {
      const at = cell.attributes.r ? columnIndex(cell.attributes.r) : cells.length;
      if (at < 0 || at >= MOST_COLUMNS) continue;
      cells[at] = cellOf(cell, shared);
    }
    const all = Array.from(cells, (cell) => cell ?? { words: '', number: null });
    return all.some(({ words }) => words.trim() !== '') ? [{ line, cells: all }] : [];
  });
}

function cellOf(cell: XmlElement, shared: readonly string[]): SheetCell {
  const value = childOf(cell, 'v')?.text ?? '';
  const text = (words: string) => ({ words: words.replace(/\r\n?/g, '\n'), number: null });
  switch (cell.attributes.t) {
    case 's':
      return text(shared[Number(value)] ?? '');
    case 'inlineStr':
      return text(richWords(childOf(cell, 'is') ?? EMPTY));
    case 'str':
      return text(value);
    case 'b':
    case 'e':
      return text('');
    default:
      return { words: value, number: value === '' || Number.isNaN(Number(value)) ? null : Number(value) };
  }
}
