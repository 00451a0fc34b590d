import type { SignedIn } from '../../context.ts';
import { DOCX, type Paper } from '../../http/paper.ts';
import { record } from '../../record/record.ts';
import { decisionDocx } from '../decisions/docx.ts';
import { decisionPdf } from '../decisions/pdf.ts';
import { exerciseLabel, labelledFile } from '../exercises/rows.ts';
import { markingById } from '../threads/expand-marking.ts';
import { paperMarking } from '../word/labelling.ts';
import { reportPaper } from './paper.ts';
import { readableReport } from './queries.ts';

/** The report taken out of the portal: recorded, under READ, in the person's language. */
export async function takeOutReport(ctx: SignedIn, code: string, format: 'pdf' | 'docx'): Promise<Paper> {
  const page = await readableReport(ctx, code);
  const { id, markingId } = page.exercise;
  const { words, label } = await paperMarking(ctx, await markingById(ctx, markingId));
  await record(ctx, {
    ...{ action: 'report.takeOut', subject: 'exercise', subjectId: id, markingId },
    details: { format },
  });
  const paper = reportPaper(page, ctx.locale, words);
  const name = `${labelledFile(await exerciseLabel(ctx, markingId), `${code}_report`)}.${format}`;
  return format === 'pdf'
    ? { name, type: 'application/pdf', write: () => decisionPdf(paper, label) }
    : { name, type: DOCX, write: () => decisionDocx(paper, label) };
}
