import type { SignedIn } from '../../context.ts';
import { record } from '../../record/record.ts';
import { type DecisionFile, fileOf } from './file.ts';
import { labelOf } from './label.ts';
import { decisionForReading, linkOf, openSheet } from './load.ts';
import { type DecisionPaper, paperOf } from './paper.ts';

/** What a decision is taken out as. */
export const exportFormats = ['json', 'pdf', 'docx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A decision taken out of the portal: recorded, under READ, in the person's language where it is read by people. */
export async function takeOutDecision(ctx: SignedIn, decisionId: string, format: ExportFormat) {
  const decision = await decisionForReading(ctx, decisionId);
  const { sheet } = await openSheet(ctx, decision);
  const { key, signature } = decision;
  const file: DecisionFile = fileOf(sheet, linkOf(decision), {
    ...{ keyId: key.id, publicKey: key.publicKey, fingerprint: key.fingerprint, value: signature },
  });
  await record(ctx, {
    action: 'decision.takeOut',
    subject: 'decision',
    subjectId: decision.id,
    markingId: decision.markingId,
    details: { format },
  });
  const paper: DecisionPaper = paperOf(file, sheet, ctx.locale);
  const label = labelOf(ctx.services.settings.policy, sheet.marking, decision.effectiveAt);
  return { name: `${sheet.number.replace(/[^\w-]/g, '_')}.${format}`, file, paper, label };
}
