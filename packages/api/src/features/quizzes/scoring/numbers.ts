import type { QuestionBody } from '../../bank/body.ts';
import { fromPercent } from './share.ts';

type Numeric = Extract<QuestionBody, { kind: 'numeric' }>;
type Unit = Numeric['units'][number];

/** Rounding of binary fractions is nobody's mistake. */
const HAIR = 1e-9;

const NUMBER = /^([+-]?)((?:\d[\d\s'.,]*|[.,]\d+))(?:e([+-]?\d{1,3}))?\s*(.*)$/su;

/**
 * What a typed number may mean, in English and French spelling: `3.5`, `3,5`, `1 234,5`, `1,234.5`, `−2`, `6e5`. One comma
 * before three digits can be either, so both are given. `rest` is what stands after it: a unit.
 */
export function readNumber(typed: string): { values: number[]; rest: string } | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\u2212\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[×·]\s*10\s*\^?\s*(?=[+-]?\d)/g, 'e')
    .trim();
  const [, sign, digits = '', power = '0', rest = ''] =
    NUMBER.exec(plain.replace(/e(?=[+-]?\d)/i, 'e')) ?? [];
  const values = spellings(digits.trim().replace(/[.,]$/, ''))
    .map((value) => (sign === '-' ? -1 : 1) * value * 10 ** Number(power))
    .filter(Number.isFinite);
  return values.length === 0 ? null : { values, rest: rest.trim() };
}

/** The readings of digits with their separators; none when they make no number. */
function spellings(digits: string): number[] {
  const whole = (text: string) => Number(text.replace(/[\s'.,]/g, ''));
  const grouped = (mark: string) => new RegExp(`^\\d{1,3}(?:${mark}\\d{3})+$`).test(digits);
  if (/^\d+$/.test(digits)) return [Number(digits)];
  if (grouped("[\\s']")) return [whole(digits)];
  const readings = grouped(',') || (digits.split('.').length > 2 && grouped('\\.')) ? [whole(digits)] : [];
  const [, before = '', after] = /^([\d\s'.,]*)[.,](\d+)$/.exec(digits) ?? [];
  if (after === undefined) return readings;
  const mark = digits.charAt(before.length);
  const other = mark === ',' ? '\\.' : ',';
  const plain = /^\d*$/.test(before) || /^\d{1,3}(?:[\s']\d{3})+$/.test(before);
  const mixed = new RegExp(`^\\d{1,3}(?:${other}\\d{3})+$`).test(before);
  if (plain || mixed) readings.push(Number(`${whole(before === '' ? '0' : before)}.${after}`));
  return readings;
}

/** A number with its tolerance, in the unit given; a unit that is missing or unknown costs what the question says. */
export function scoreNumeric(body: Numeric, answer: { number: string; unit: string | null }): number {
  const read = readNumber(answer.number);
  if (read === null) return 0;
  const named = (answer.unit ?? '').trim() || read.rest;
  if (body.units.length === 0) return named === '' ? fromPercent(best(body, read.values)) : 0;
  const unit = unitNamed(body.units, named);
  const values = read.values.map((value) => value * (unit?.factor ?? 1));
  return fromPercent(best(body, values) - (unit ? 0 : body.unitPenalty));
}

function best(body: Numeric, values: readonly number[]): number {
  const shares = body.accepted.flatMap((accepted) =>
    values.some((value) => within(accepted, value)) ? [accepted.share] : [],
  );
  return shares.length === 0 ? 0 : Math.max(...shares);
}

function within({ value, tolerance, toleranceIs }: Numeric['accepted'][number], given: number): boolean {
  const allowed = toleranceIs === 'percent' ? (Math.abs(value) * tolerance) / 100 : tolerance;
  return Math.abs(given - value) <= allowed + HAIR * Math.max(1, Math.abs(value));
}

/** The unit meant: as written, since mW and MW differ, or without regard to case where that leaves one. */
function unitNamed(units: readonly Unit[], named: string): Unit | undefined {
  const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, '');
  const exact = units.find(({ name }) => plain(name) === plain(named));
  if (exact) return exact;
  const folded = units.filter(({ name }) => plain(name).toLowerCase() === plain(named).toLowerCase());
  return folded.length === 1 ? folded[0] : undefined;
}
