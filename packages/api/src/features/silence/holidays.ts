/** A day on which a nation's capital does not work, as a line of the operator's file says it. */
export type HolidayLine = { code: string; day: string; nameEn: string; nameFr: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads lines of `code,day,name[,French name]`; gives back those that are none, by their number. Blank ones are left out. */
export function readHolidays(file: string): { lines: HolidayLine[]; wrong: number[] } {
  const lines: HolidayLine[] = [];
  const wrong: number[] = [];
  for (const [index, words] of file
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (words.trim() === '') continue;
    const line = readLine(words);
    if (line) lines.push(line);
    else wrong.push(index + 1);
  }
  return { lines, wrong };
}

function readLine(words: string): HolidayLine | null {
  const [code = '', day = '', nameEn = '', nameFr = ''] = words.split(/[,;]/).map((one) => one.trim());
  const at = new Date(`${day}T00:00:00Z`);
  // A day that no calendar has, such as 30 February, is read as another: refused.
  const real = DAY.test(day) && !Number.isNaN(+at) && at.toISOString().slice(0, 10) === day;
  return code && real && nameEn ? { code, day, nameEn, nameFr: nameFr || nameEn } : null;
}
