/** How sure a learner was: a guess, fairly, certain. */
export type Certainty = 1 | 2 | 3;

export const CERTAINTIES: readonly Certainty[] = [1, 2, 3];

/**
 * What a right and a wrong answer are worth, in thirds of the question's points. With these it pays to say what one
 * thinks: a guess below two chances in three to be right, certain above four in five, fairly between.
 */
export const CERTAINTY_MARKS: Readonly<Record<Certainty, { right: number; wrong: number }>> = {
  1: { right: 1, wrong: 0 },
  2: { right: 2, wrong: -2 },
  3: { right: 3, wrong: -6 },
};

/**
 * The share of its points an answer earns by how sure the learner was, from -2 to 1; in between for an answer that is
 * partly right. No word on it counts as a guess; no answer loses nothing.
 */
export function withCertainty(score: number, certainty: Certainty | null, answered: boolean): number {
  if (!answered) return 0;
  const { right, wrong } = CERTAINTY_MARKS[certainty ?? 1];
  return (score * right + (1 - score) * wrong) / 3;
}

/** What pays best for somebody who is right with this chance. */
export function bestCertainty(chance: number): Certainty {
  const worth = (certainty: Certainty) => {
    const { right, wrong } = CERTAINTY_MARKS[certainty];
    return chance * right + (1 - chance) * wrong;
  };
  return CERTAINTIES.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}
