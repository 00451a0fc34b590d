/** A meeting of a body of the demo alliance; days count from the day the seed runs. */
export type MeetingSeed = {
  readonly key: string;
  readonly body: string;
  readonly title: string;
  readonly inDays: number;
  readonly hours: number;
  readonly place: string;
  readonly level: 'U' | 'R';
  readonly items: readonly {
    readonly title: string;
    readonly wanted: 'note' | 'discuss' | 'agree';
    readonly minutes: number;
    readonly lead: string;
    readonly note?: string;
    /** The title of a text of the body. */
    readonly text?: string;
    readonly outcome?: { readonly is: 'noted' | 'discussed' | 'agreed' | 'deferred'; readonly note: string };
  }[];
};

/** The body's next meeting, and the last one with its summary record before the members. */
export const meetings: readonly MeetingSeed[] = [
  {
    key: 'ccd-last',
    body: 'CCD',
    title: 'Regular meeting, early session',
    inDays: -9,
    hours: 2,
    place: 'Headquarters, room 3',
    level: 'U',
    items: [
      {
        title: 'Undersea cables: where the declaration stands',
        wanted: 'discuss',
        minutes: 60,
        lead: 'Chair',
        text: 'Declaration on undersea cable resilience',
        outcome: {
          is: 'discussed',
          note: 'Paragraph 7 remains the open one. Five nations will meet on its wording and report to the next meeting.',
        },
      },
      {
        title: 'Watch desk: report of the quarter',
        wanted: 'note',
        minutes: 20,
        lead: 'Secretariat',
        outcome: { is: 'noted', note: '' },
      },
      {
        title: 'Dates of the spring meetings',
        wanted: 'agree',
        minutes: 10,
        lead: 'Secretariat',
        outcome: { is: 'deferred', note: 'Two delegations await their calendars.' },
      },
    ],
  },
  {
    key: 'ccd-next',
    body: 'CCD',
    title: 'Regular meeting, winter session',
    inDays: 5,
    hours: 3,
    place: 'Headquarters, room 3',
    level: 'U',
    items: [
      {
        title: 'Undersea cables: paragraph 7 after the drafting group',
        wanted: 'discuss',
        minutes: 75,
        lead: 'Nordmark',
        note: 'The group of five reports; delegations say whether the new wording can stand.',
        text: 'Declaration on undersea cable resilience',
      },
      {
        title: 'Words of attribution: the guide',
        wanted: 'agree',
        minutes: 45,
        lead: 'Chair',
        text: 'Guide to the words used when an attack is attributed',
      },
      { title: 'Dates of the spring meetings', wanted: 'agree', minutes: 10, lead: 'Secretariat' },
    ],
  },
];
