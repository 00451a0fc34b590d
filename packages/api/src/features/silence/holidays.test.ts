import { describe, expect, it } from 'vitest';
import { readHolidays } from './holidays.ts';

describe('a file of holidays', () => {
  it('is read line by line, with the French name where there is one', () => {
    const file =
      '\uFEFFNOR,2027-05-17,Constitution Day,Jour de la Constitution\r\n\r\nCAL;2027-06-01;Founding Day\n';
    expect(readHolidays(file)).toEqual({
      lines: [
        { code: 'NOR', day: '2027-05-17', nameEn: 'Constitution Day', nameFr: 'Jour de la Constitution' },
        { code: 'CAL', day: '2027-06-01', nameEn: 'Founding Day', nameFr: 'Founding Day' },
      ],
      wrong: [],
    });
  });

  it.each([
    'NOR,17.5.2027,Day',
    'NOR,2027-02-30,Day',
    'NOR,2027-05-17',
    ',2027-05-17,Day',
    'NOR,2027-13-01,Day',
  ])('names the line that is none: %s', (line) =>
    expect(readHolidays(`CAL,2027-06-01,Founding Day\n${line}`)).toMatchObject({ wrong: [2] }),
  );
});
