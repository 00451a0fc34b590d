import { parseArgs } from 'node:util';
import { bench } from './bench.ts';
import { printTable } from './table.ts';

const { values } = parseArgs({
  options: { small: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } },
});

try {
  const report = await bench({
    small: values.small === true,
    only: values.only?.split(','),
    note: (line) => process.stderr.write(`${line}\n`),
  });
  if (values.json === true) process.stdout.write(`${JSON.stringify(report.figures, null, 2)}\n`);
  else printTable(report);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
