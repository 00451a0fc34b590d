/** The marks a template may carry, each as one line drawn on a square of 24. */
export const MARK_PATHS = {
  shield: 'M12 2.5 20 5.5v6c0 5-3.4 8.4-8 10-4.6-1.6-8-5-8-10v-6zM8.5 12l2.5 2.5 4.5-5',
  seal: 'M12 2.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM12 6a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8.5 14.5 7 21.5l5-2.5 5 2.5-1.5-7',
} as const;

/** Words in both languages of the portal. */
export type Both = { en: string; fr: string };

/** What of a course or path a credential names besides its title, where it is known. */
export const NAMED = ['result', 'hours', 'version', 'courses'] as const;
export const ACCENTS = ['blue', 'green', 'amber', 'grey'] as const;
export const MARKS = ['none', 'shield', 'seal'] as const satisfies (keyof typeof MARK_PATHS | 'none')[];

/** What a version of a template says: as stored, shown in the preview and set on paper. */
export type TemplateBody = {
  titles: Both;
  /** Between the holder's name and the title of the course or path. */
  wording: Both;
  /** Under the title; may be empty. */
  closing: Both;
  signatory: { name: string; roles: Both } | null;
  accent: (typeof ACCENTS)[number];
  mark: (typeof MARKS)[number];
  names: (typeof NAMED)[number][];
};

const house: Omit<TemplateBody, 'wording'> = {
  titles: { en: 'Certificate of completion', fr: 'Attestation de réussite' },
  closing: { en: '', fr: '' },
  signatory: null,
  accent: 'blue',
  mark: 'none',
  names: ['result', 'courses'],
};

/** What credentials say where no template was chosen. */
export const HOUSE: Record<'course' | 'path', TemplateBody> = {
  course: {
    ...house,
    wording: { en: 'has completed the course', fr: 'a suivi avec succès la formation' },
  },
  path: {
    ...house,
    wording: { en: 'has completed the learning path', fr: 'a suivi avec succès le parcours' },
  },
};

/** What is known of one credential when it is set. */
export type PaperFacts = {
  /** Days already written in both languages; null: without an end. */
  issued: string;
  until: string | null;
  percent: number | null;
  minutes: number | null;
  version: number | null;
  /** A path's courses by language. */
  courses: readonly Record<string, string>[];
};

/** So many of a path's courses stand on a page, in so many characters; the others are counted. */
export const COURSES_NAMED = 12;
const COURSES_ROOM = 420;

/** Both languages in one line, or one where they say the same or only one is written. */
export function bothOf({ en, fr }: Both): string {
  const said = [en, fr].map((words) => words.trim()).filter(Boolean);
  return [...new Set(said)].join(' · ');
}

/** English first and French under it; else whatever there is. */
export function titlesOf(titles: Readonly<Record<string, string>>): [string, string | null] {
  const ordered = [titles.en, titles.fr, ...Object.values(titles)].flatMap((title) => (title ? [title] : []));
  const [first = '', ...others] = ordered.map((title) => title.normalize('NFC'));
  return [first, others.find((title) => title !== first) ?? null];
}

/** The facts a page shows under the title, each with its label: dates always, the rest as the template names them. */
export function factLines(
  facts: Omit<PaperFacts, 'courses'>,
  names: readonly TemplateBody['names'][number][],
) {
  const { percent, minutes, version } = facts;
  const lines: [label: string, value: string][] = [
    ['Issued · Délivrée le', facts.issued],
    ['Valid until · Valable jusqu’au', facts.until ?? 'No end date · Sans limite'],
  ];
  if (names.includes('result') && percent !== null) lines.push(['Result · Résultat', `${percent} %`]);
  if (names.includes('hours') && minutes) lines.push(['Length · Durée', hoursOf(minutes)]);
  if (names.includes('version') && version !== null) lines.push(['Version', String(version)]);
  return lines;
}

/** A length as it is read in both languages: 45 min, 2 h, 2 h 30. */
function hoursOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** A path's courses in one line, as many as a page holds; empty where the template does not name them. */
export function coursesLine(
  facts: Pick<PaperFacts, 'courses'>,
  names: readonly TemplateBody['names'][number][],
): string {
  if (!names.includes('courses') || facts.courses.length === 0) return '';
  const titles = facts.courses.map((course) => titlesOf(course).filter(Boolean).join(' / '));
  let room = COURSES_ROOM;
  const named = titles.slice(0, COURSES_NAMED).filter((title, index) => {
    room -= title.length;
    return index === 0 || room >= 0;
  });
  const more = titles.length - named.length;
  return [...named, ...(more > 0 ? [`+ ${more}`] : [])].join(' · ');
}
