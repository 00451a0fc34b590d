import { classificationOf, type Label, labelJson } from '../word/label.ts';
import type { DecisionSheet } from './sheet.ts';

/** A sheet's marking as a confidentiality label (STANAG 4774), under the installation's policy. */
export function labelOf(policy: Label['policy'], marking: DecisionSheet['marking'], createdAt: Date): Label {
  const { levelEn, releasableTo, onlyFor, caveats, originator } = marking;
  const classification = classificationOf(levelEn, policy);
  return { policy, classification, releasableTo, onlyFor, caveats, originator, createdAt };
}

/** The same as JSON: part of the sheet, so that hash and signature cover it. */
export function labelFor(
  policy: Label['policy'],
  marking: DecisionSheet['marking'],
  createdAt: Date,
): DecisionSheet['label'] {
  return labelJson(labelOf(policy, marking, createdAt));
}
