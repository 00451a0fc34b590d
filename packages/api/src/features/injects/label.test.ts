import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { type ExerciseScene, exerciseScene } from '../../testing/exercises.ts';
import { unpack } from '../../zip.ts';
import { LIMITS } from '../word/read.ts';
import { readSheet, unpackSheet } from './sheet.ts';
import { takeOutInjects } from './take-out.ts';

let scene: ExerciseScene;
beforeAll(async () => {
  scene = await exerciseScene();
});
afterAll(() => scene.test.close());

const takenOut = async (format: 'xlsx' | 'cexf') => {
  const { test, people, code } = scene;
  const request = await requestAs(test, people.director);
  const file = await inTransaction(servicesOf(test), request, (ctx) =>
    takeOutInjects(ctx as Parameters<typeof takeOutInjects>[0], code, format),
  );
  return Buffer.from(await file.write());
};

it('an events list carries the label of its exercise, in a spreadsheet that still opens and in the common format', async () => {
  const { parties } = scene;
  const sheet = await takenOut('xlsx');
  const parts = await unpack(sheet, LIMITS);
  const read = (name: string) => new TextDecoder().decode(parts.get(name));
  expect(read('customXml/concord-label.xml')).toContain(`<slab:GenericValue>${parties.nordmark.code}<`);
  expect(read('xl/_rels/workbook.xml.rels')).toContain('../customXml/concord-label.xml');
  expect(read('[Content_Types].xml')).toContain('Extension="xml"');
  const [first] = readSheet(await unpackSheet(sheet));
  expect(first).toBeDefined();
  const { exercise } = JSON.parse((await takenOut('cexf')).toString()) as {
    exercise: { meta: { label: { value: { ConfidentialityInformation: { Classification: string } } } } };
  };
  expect(exercise.meta.label.value.ConfidentialityInformation.Classification).toMatch(/UNCLASSIFIED/);
});
