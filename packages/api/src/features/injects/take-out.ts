import type { SignedIn } from '../../context.ts';
import { record } from '../../record/record.ts';
import { exerciseLabel, labelledFile } from '../exercises/rows.ts';
import { markingById } from '../threads/expand-marking.ts';
import { labelled } from '../word/frame.ts';
import { labelJson } from '../word/label.ts';
import { paperMarking } from '../word/labelling.ts';
import { writeCexf } from './cexf.ts';
import { allInjects, namesOf, staffedExercise } from './queries.ts';
import { writeSheet } from './sheet.ts';
import { tableOf } from './table.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The whole list as a file, and that it went out in the record. */
export async function takeOutInjects(ctx: SignedIn, code: string, format: 'xlsx' | 'cexf') {
  const exercise = await staffedExercise(ctx, code);
  const names = await namesOf(ctx, exercise.id);
  const injects = await allInjects(ctx, exercise.id);
  const scene = { ...names, injects, startsAt: exercise.startsAt, timeZone: exercise.timeZone };
  await record(ctx, {
    ...{
      action: 'inject.export',
      subject: 'exercise',
      subjectId: exercise.id,
      markingId: exercise.markingId,
    },
    details: { format, injects: injects.length },
  });
  const label = await exerciseLabel(ctx, exercise.markingId);
  const file = labelledFile(label, `${code}_injects`);
  const french = ctx.locale === 'fr';
  const summary = french ? exercise.summaryFr : exercise.summaryEn;
  const { id, endsAt, revision } = exercise;
  const name = french ? exercise.nameFr : exercise.nameEn;
  const { label: machine } = await paperMarking(ctx, await markingById(ctx, exercise.markingId));
  const about = { id, name, summary, endsAt, revision, label: labelJson(machine) };
  const json = async () => Buffer.from(writeCexf(about, scene));
  return format === 'xlsx'
    ? {
        name: `${file}.xlsx`,
        type: XLSX,
        write: async () =>
          labelled(await writeSheet(code, tableOf(scene, french ? 'fr' : 'en'), label), machine, 'sheet'),
      }
    : { name: `${file}.cexf.json`, type: 'application/json; charset=utf-8', write: json };
}
