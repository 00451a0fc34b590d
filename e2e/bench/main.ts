import { parseArgs } from 'node:util';
import { bench } from './bench.ts';
import { benchExercise } from './exercise.ts';
import { printTable } from './table.ts';

const { values } = parseArgs({
  options: {
    small: { type: 'boolean' },
    learning: { type: 'string' },
    exercise: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
  },
});

const note = (line: string) => process.stderr.write(`${line}\n`);

try {
  if (values.exercise === true) {
    const figures = await benchExercise(note);
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    process.exit(0);
  }
  const report = await bench({
    small: values.small === true,
    learning: values.learning === undefined ? undefined : Number(values.learning),
    only: values.only?.split(','),
    note,
  });
  if (values.json === true) await hand(report.figures);
  else printTable(report);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

/** Hands the figures to the verb, whose standard output is for them alone; started by hand, prints them. */
function hand(figures: object): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(figures, () => resolve());
    else process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`, () => resolve());
  });
}
