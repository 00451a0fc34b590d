/** How a question has worked. */
export type ItemFigures = {
  tries: number;
  answered: number;
  /** The mean score, from 0 to 1. */
  facility: number;
  /** Correlation of its score with the rest of the attempt (point-biserial where it is right or wrong); null without spread. */
  discrimination: number | null;
  /** How often each choice was taken; empty where there is nothing to choose. */
  choices: readonly { key: string; right: boolean; count: number }[];
};

export type Hint =
  | 'few'
  | 'checkKey'
  | 'oneChoiceWins'
  | 'tooEasy'
  | 'tooHard'
  | 'skipped'
  | 'weak'
  | 'idleChoices'
  | 'good';

/** Below so many attempts figures say little. */
export const FEW = 20;

/** What to do about a question, the most pressing first; every figure is one a person could read off the table. */
export function hintFor({ tries, answered, facility, discrimination, choices }: ItemFigures): Hint {
  if (tries < FEW) return 'few';
  if (discrimination !== null && discrimination < -0.05) return 'checkKey';
  const right = Math.max(0, ...choices.filter((one) => one.right).map(({ count }) => count));
  const wrong = Math.max(0, ...choices.filter((one) => !one.right).map(({ count }) => count));
  if (choices.length > 0 && wrong > right) return 'oneChoiceWins';
  if (facility >= 0.95) return 'tooEasy';
  if (answered < tries * 0.7) return 'skipped';
  if (facility < 0.2) return 'tooHard';
  if (discrimination !== null && discrimination < 0.15) return 'weak';
  if (choices.filter((one) => !one.right && one.count < tries * 0.01).length > 0) return 'idleChoices';
  return 'good';
}
