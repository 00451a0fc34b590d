/** What was measured of one work, beside the floor it is held against. Times in milliseconds. */
export interface Figure {
  work: string;
  requestsPerSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Bytes of an answer as it comes over the wire, compressed. */
  bytes: number;
  /** Statements of the portal's role a request, beyond sign-in's; null where they were not counted. */
  queries: number | null;
  /** Processor time of application and database a request. */
  cpuMs: number;
  floor: string | null;
  /** Processor time over that of the floor. */
  ratioToFloor: number | null;
}

/** How a work is asked for and what it is held against. */
export interface Work {
  name: string;
  floor: string | null;
  /** How many ask at once; sixteen when not given. */
  connections?: number;
  /** What is to be reached, as a sentence, and whether a figure reaches it. */
  goal?: { words: string; reached: (figure: Figure) => boolean };
}

const cpuAtMost = (most: number): Work['goal'] => ({
  words: `CPU at most ${most} ms`,
  reached: ({ cpuMs }) => cpuMs <= most,
});
const ratioAtMost = (most: number): Work['goal'] => ({
  words: `at most ${most} of the Next floor's CPU`,
  reached: ({ ratioToFloor }) => ratioToFloor !== null && ratioToFloor <= most,
});
const p95AtMost = (most: number): Work['goal'] => ({
  words: `p95 at most ${most} ms`,
  reached: ({ p95 }) => p95 <= most,
});

/** What is asked of the portal, in this order. */
export const works: readonly Work[] = [
  { name: 'today', floor: 'next-page' },
  { name: 'catalogue', floor: 'next-page' },
  { name: 'course', floor: 'next-page', goal: ratioAtMost(1.5) },
  { name: 'unit', floor: 'next-page', goal: ratioAtMost(1.5) },
  { name: 'my-learning', floor: 'next-page' },
  { name: 'readiness', floor: 'next-page', connections: 1, goal: p95AtMost(1_000) },
  { name: 'readiness-state', floor: 'next-page', connections: 1, goal: p95AtMost(1_000) },
  { name: 'body', floor: 'next-page' },
  { name: 'thread', floor: 'next-page', goal: ratioAtMost(1.5) },
  { name: 'thread-data', floor: 'pg-select', goal: cpuAtMost(4) },
  { name: 'text-room', floor: 'next-page', connections: 1, goal: p95AtMost(300) },
  { name: 'text-amendments', floor: 'next-page', connections: 1, goal: p95AtMost(300) },
  { name: 'text-matrix', floor: 'next-page', connections: 1, goal: p95AtMost(300) },
  { name: 'text-redline', floor: 'pg-select', connections: 1, goal: p95AtMost(200) },
  { name: 'post', floor: 'pg-insert', goal: cpuAtMost(6) },
  { name: 'quiz', floor: 'pg-insert', goal: cpuAtMost(25) },
  { name: 'item-analysis', floor: 'pg-select', connections: 1, goal: p95AtMost(2_000) },
  { name: 'search-common', floor: 'pg-select', goal: p95AtMost(100) },
  { name: 'search-rare', floor: 'pg-select', goal: p95AtMost(100) },
  { name: 'sign-in', floor: 'hello' },
];

/** Live delivery: its percentiles are over readers and posts. */
export const liveWork: Work = {
  name: 'live',
  floor: 'hello',
  goal: { words: 'p99 under 150 ms', reached: ({ p99 }) => p99 < 150 },
};

/** Many who answer one quiz at once: its percentiles are over their saves. */
export const answeringWork: Work = {
  name: 'answering',
  floor: 'pg-insert',
  goal: { words: 'p99 of a save under 200 ms, no answer lost', reached: ({ p99 }) => p99 < 200 },
};

/** A page's first load in a browser with nothing kept. */
export interface Weight {
  page: string;
  requests: number;
  kilobytes: number;
  scriptKilobytes: number;
}

/** Everything a run has seen. */
export interface Report {
  seeded: string;
  figures: Figure[];
  weights: Weight[];
  /** Resident memory in megabytes, by what it belongs to. */
  memory: Record<string, number>;
  problems: string[];
}
