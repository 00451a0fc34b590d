import { answeringWork, type Figure, liveWork, type Report, works } from './figures.ts';

const COLUMNS = [
  ['work', 16],
  ['req/s', 9],
  ['p50', 9],
  ['p95', 9],
  ['p99', 9],
  ['bytes', 9],
  ['queries', 8],
  ['CPU ms', 8],
  ['floor', 10],
  ['ratio', 7],
] as const;

/** Prints a run for a person. */
export function printTable(report: Report): void {
  const say = (line = '') => process.stdout.write(`${line}\n`);
  say(report.seeded);
  say();
  say(row(COLUMNS.map(([name]) => name)));
  for (const figure of report.figures) say(`${row(cells(figure))}  ${goalOf(figure)}`);
  say();
  for (const { page, requests, kilobytes, scriptKilobytes } of report.weights)
    say(`First load of ${page}: ${requests} requests, ${kilobytes} kB, of it script ${scriptKilobytes} kB.`);
  for (const [name, megabytes] of Object.entries(report.memory)) say(`Memory of ${name}: ${megabytes} MB.`);
  for (const problem of report.problems) say(`Not measured: ${problem}`);
}

function cells(figure: Figure): string[] {
  const { requestsPerSecond, p50, p95, p99, bytes, queries, cpuMs, floor, ratioToFloor } = figure;
  const times = [p50, p95, p99].map((time) => time.toFixed(1));
  return [
    figure.work,
    requestsPerSecond.toFixed(1),
    ...times,
    String(bytes),
    queries === null ? '' : String(queries),
    cpuMs.toFixed(2),
    floor ?? '',
    ratioToFloor === null ? '' : ratioToFloor.toFixed(2),
  ];
}

function goalOf(figure: Figure): string {
  const goal = [...works, answeringWork, liveWork].find(({ name }) => name === figure.work)?.goal;
  if (!goal) return '';
  return `${goal.reached(figure) ? 'reached' : 'NOT REACHED'}: ${goal.words}`;
}

function row(values: readonly string[]): string {
  return values
    .map((value, index) =>
      index === 0 ? value.padEnd(COLUMNS[0][1]) : value.padStart(COLUMNS[index]?.[1] ?? 8),
    )
    .join(' ');
}
