import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from '../../zip.ts';
import { cexfLines, writeCexf } from './cexf.ts';
import { emptyContent, emptyFacts, type Inject } from './rules.ts';
import { columnName, readSheet, type SheetRefused, unpackSheet, writeSheet } from './sheet.ts';
import { readTable, type TableScene, tableOf } from './table.ts';
import { tabletopLines } from './tabletop.ts';
import { proposeColumns, sheetFields } from './words.ts';

const read = async (bytes: Buffer) => readSheet(await unpackSheet(bytes));
const packed = (files: Record<string, string>) =>
  pack(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));

const words = fc
  .string({ unit: 'binary', maxLength: 60 })
  .map((text) => text.replace(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, '').trim());

describe('a spreadsheet', () => {
  it('gives back every cell it was written with', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(words, { maxLength: 6 }), { maxLength: 8 }), async (rows) => {
        const lines = await read(await writeSheet('List', rows));
        const kept = rows.map((cells) => JSON.stringify(cells.slice(0, cells.findLastIndex(Boolean) + 1)));
        const back = rows.map((_, index) =>
          JSON.stringify(
            (lines.find(({ line }) => line === index + 1)?.cells ?? []).map((cell) => cell.words),
          ),
        );
        expect(back).toEqual(kept);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps what begins like a formula as text, and reads what a formula came to', async () => {
    const bytes = await writeSheet('List', [['Title'], ['=1+1'], ['-2'], ['@x']]);
    const files = await unpackSheet(bytes);
    const sheet = Buffer.from(files.get('xl/worksheets/sheet1.xml') ?? []).toString();
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/s="2"/g)).toHaveLength(3);
    const formula = sheet.replace(
      /<c r="A2".*?<\/c>/,
      '<c r="A2" t="str"><f>HYPERLINK("x")</f><v>seen</v></c>',
    );
    const lines = readSheet(new Map([...files, ['xl/worksheets/sheet1.xml', Buffer.from(formula)]]));
    expect(lines[1]?.cells[0]).toEqual({ words: 'seen', number: null });
  });

  it('is refused where it is none, names entities, or unpacks to more than is taken', async () => {
    const refusal = (bytes: Buffer) =>
      read(bytes).then(
        () => 'taken',
        (error: SheetRefused) => error.code,
      );
    expect(await refusal(Buffer.from('PK, but no archive'))).toBe('notASheet');
    expect(await refusal(await packed({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }))).toBe(
      'notASheet',
    );
    expect(await refusal(await packed({ 'xl/sharedStrings.xml': ' '.repeat(41_000_000) }))).toBe('tooLarge');
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});

describe('headings', () => {
  it.each([
    [
      'a common planning template',
      ['Control Number', 'Group', 'Delivery Time', 'Simulated Time', 'Assigned To'],
      'number storyline realTime minute responsible',
    ],
    [
      'an evaluation programme',
      ['Event Number', 'Designated Scenario Time', 'Inject Mode', 'Message', 'Expected Participant Response'],
      'number minute means text expected',
    ],
    [
      'French planners',
      ['N°', 'Heure d’exercice', 'Expéditeur', 'Destinataire', 'Réaction attendue'],
      'number minute from to expected',
    ],
  ])('of %s are known', (_, heads, fields) => {
    expect(proposeColumns(heads, {}).join(' ')).toBe(fields);
  });

  it('are what they were settled to be, even left out', () => {
    expect(proposeColumns(['Message', 'Title'], { message: 'expected', title: '' })).toEqual([
      'expected',
      null,
    ]);
  });

  it('name no field twice', () => {
    expect(proposeColumns(['Title', 'Subject'], {})).toEqual(['title', null]);
  });
});

const inject = (number: number, more: Partial<Inject> = {}): Inject => ({
  ...{ id: `i${number}`, number, ...emptyFacts, ...emptyContent, title: `Inject ${number}` },
  ...more,
});
const scene = (injects: Inject[] = []): TableScene => ({
  ...{ startsAt: new Date('2027-03-27T07:00:00Z'), timeZone: 'Europe/Brussels', injects },
  teams: [
    { id: 't1', name: 'North, quay' },
    { id: 't2', name: 'South' },
  ],
  ...{ storylines: [{ id: 's1', title: 'Power' }], staff: [{ id: 'p1', name: 'Åsa Lind' }] },
  objectives: [{ id: 'o1', titleEn: 'Report', titleFr: 'Rendre compte' }],
});
const lines = (rows: string[][]) =>
  rows.map((cells, index) => ({
    line: index + 2,
    cells: cells.map((text) => ({ words: text, number: null })),
  }));

describe('the list as a table', () => {
  const full = [
    inject(1, {
      teamIds: ['t1', 't2'],
      objectiveId: 'o1',
      storylineId: 's1',
      responsibleId: 'p1',
      minute: 2_000,
    }),
    inject(7, {
      afterId: 'i1',
      trigger: 'answer',
      status: 'approved',
      text: '=Two\nlines',
      minute: -30,
      move: 3,
    }),
  ];

  it.each(['en', 'fr'] as const)('comes back in %s as it went', (locale) => {
    const [heads = [], ...rows] = tableOf(scene(full), locale);
    expect(proposeColumns(heads, {})).toEqual([...sheetFields]);
    const { planned, problems } = readTable(lines(rows), [...sheetFields], scene(full));
    expect(problems).toEqual([]);
    expect(planned.map(({ injectId }) => injectId)).toEqual(['i1', 'i7']);
    for (const [index, { inject: back, storyline, after }] of planned.entries()) {
      const { id: _, number: __, ...rest } = full[index] ?? inject(0);
      expect(back).toEqual(rest);
      expect([storyline, after]).toEqual(index === 0 ? ['Power', null] : [null, 1]);
    }
  });

  it('comes back from the common format as it went', () => {
    const exercise = {
      id: 'e',
      name: 'Quiet',
      summary: '',
      endsAt: new Date('2027-04-01T07:00:00Z'),
      revision: 2,
      label: { schema: 'of a label' },
    };
    const file = cexfLines(Buffer.from(writeCexf(exercise, scene(full))), 8);
    const { planned, problems } = readTable(file?.lines ?? [], file?.columns ?? [], scene(full));
    expect(problems).toEqual([]);
    expect(planned.map(({ inject: back }) => back.text)).toEqual(['', '=Two\nlines']);
    expect(planned.map(({ number, after }) => [number, after])).toEqual([
      [1, null],
      [7, 1],
    ]);
  });

  it('says of each cell what is wrong with it', () => {
    const columns = [
      'number',
      'title',
      'minute',
      'to',
      'objective',
      'after',
      'status',
      'responsible',
    ] as const;
    const rows = [
      ['x', '', '25', 'South; East', 'Win', '99', 'Done', 'Nobody'],
      ['3', 'Fine', '+0:10', 'all', 'rendre compte', '', 'approuvé', 'asa lind'],
      ['3', 'Twice', '+0:11', '', '', '', '', ''],
    ];
    const { planned, problems } = readTable(lines(rows), columns, scene());
    expect(problems.map(({ line, column, code }) => `${line} ${columns[column ?? -1]} ${code}`)).toEqual([
      ...[
        '2 number number',
        '2 title empty',
        '2 minute time',
        '2 to teamUnknown',
        '2 objective objectiveUnknown',
      ],
      ...[
        '2 after afterUnknown',
        '2 status status',
        '2 responsible responsibleUnknown',
        '4 number numberTwice',
      ],
    ]);
    expect(planned[1]?.inject).toMatchObject({
      ...{ teamIds: ['t1', 't2'], objectiveId: 'o1', status: 'approved', responsibleId: 'p1', minute: 10 },
    });
  });

  it('reads times as spreadsheets keep them, across the change to summer time', () => {
    const minute = (words: string, number: number | null, field: 'minute' | 'realTime') =>
      readTable(
        [
          {
            line: 2,
            cells: [
              { words: 'A', number: null },
              { words, number },
            ],
          },
        ],
        ['title', field],
        scene(),
      ).planned[0]?.inject.minute;
    expect(minute('0.0625', 0.0625, 'minute')).toBe(90);
    expect(minute('2027-03-27 09:30', null, 'realTime')).toBe(90);
    // 28 March 2027 09:00 in Brussels is 07:00 UTC; the same as a serial number.
    expect(minute('2027-03-28 09:00', null, 'realTime')).toBe(24 * 60);
    expect(minute('46474.375', 46_474.375, 'realTime')).toBe(24 * 60);
  });
});

describe('another program’s exercise', () => {
  it('becomes injects in the order of its flow, by what it names', () => {
    const flow = (uuid: string, more: object) => ({
      inject_uuid: uuid,
      description: 'From the flow',
      ...more,
    });
    const file = {
      exercise: { name: 'Letter' },
      inject_flow: [
        flow('b', { sequence: { trigger: ['startex'], followed_by: ['a'] }, timing: { triggered_at: 600 } }),
        flow('a', { sequence: { trigger: 'inject-resolution' }, timing: { triggered_at: null } }),
      ],
      inject_payloads: [
        {
          uuid: 'p',
          parameters: { content: Buffer.from('Dear all').toString('base64'), 'content-type': 'base64' },
        },
      ],
      injects: [
        { uuid: 'a', name: 'Second', action: 'network' },
        { uuid: 'b', name: 'First', action: 'mail', action_payload_resource_uuid: 'p' },
      ],
    };
    const read = cexfLines(Buffer.from(JSON.stringify(file)), 4);
    const { planned, problems } = readTable(read?.lines ?? [], read?.columns ?? [], scene());
    expect(problems).toEqual([]);
    expect(
      planned.map(({ number, after, inject: one }) => [number, after, one.title, one.minute, one.trigger]),
    ).toEqual([
      [4, null, 'First', 10, 'clock'],
      [5, 4, 'Second', 0, 'answer'],
    ]);
    expect(planned.map(({ inject: one }) => one.text)).toEqual(['Dear all', 'From the flow']);
    for (const wrong of ['{', '[]', '{"injects": 3}']) expect(cexfLines(Buffer.from(wrong), 1)).toBeNull();
  });
});

describe('a tabletop scenario', () => {
  it('opens with what happened, and each log is an inject in the order of its step', () => {
    const files = new Map(
      Object.entries({
        'night/Night_Scenario.md':
          '# Scenario\n## The night ferry\nThe ferry’s timetable was changed.\n\n- Find out by whom',
        'night/Event_Logs/12_Odd_Sign_In.json': '{"user": "mate"}',
        'night/Event_Logs/3_Update_Arrives.yaml': 'kind: update\u0007',
        'night/readme.md': 'Read me',
      }).map(([path, text]) => [path, Buffer.from(text)] as const),
    );
    const file = tabletopLines(files, 5);
    const { planned, problems } = readTable(file?.lines ?? [], file?.columns ?? [], scene());
    expect(problems).toEqual([]);
    expect(
      planned.map(({ number, after, storyline, inject: one }) => [
        number,
        after,
        storyline,
        one.title,
        one.minute,
      ]),
    ).toEqual([
      [5, null, 'The night ferry', 'The night ferry', 0],
      [6, 5, 'The night ferry', '3. Update Arrives', 10],
      [7, 6, 'The night ferry', '12. Odd Sign In', 20],
    ]);
    expect(tabletopLines(new Map([['a.txt', Buffer.from('')]]), 1)).toBeNull();
  });
});
