import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { questionFile } from './exchange.ts';

const PUBLISHED = fileURLToPath(
  new URL('../../../../../docs/formats/questions.schema.json', import.meta.url),
);

/** The published schema is made from the one that reads, so that the two cannot part; UPDATE_SCHEMAS=1 writes it. */
it('of a file of questions is published as it is read', async () => {
  const made = z.toJSONSchema(questionFile, { io: 'input', unrepresentable: 'any' });
  const schema: unknown = JSON.parse(JSON.stringify({ title: 'Questions of Concord', ...made }));
  if (process.env.UPDATE_SCHEMAS) await writeFile(PUBLISHED, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(await readFile(PUBLISHED, 'utf8'))).toEqual(schema);
});
