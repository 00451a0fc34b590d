import { describe, expect, it } from 'vitest';
import { type QuestionBodyInput, questionBody } from '../bank/body.ts';
import { reviewQuestion } from './review.ts';

const rich = (source: string) => ({ source, html: `<p>${source}</p>` });
const asked = (prompt: string) => ({ prompt: rich(prompt), explanation: rich('') });
const gaps: QuestionBodyInput = {
  kind: 'gapText',
  texts: { en: asked('{{when}} and {{who}}'), fr: asked('{{when}} et {{who}}') },
  gaps: [
    {
      ...{ key: 'when', kind: 'text' },
      accepted: {
        en: [
          { kind: 'folded', text: 'when' },
          { kind: 'folded', text: 'roughly', share: 50 },
        ],
        fr: [{ kind: 'folded', text: 'quand' }],
      },
    },
    {
      ...{ key: 'who', kind: 'choice' },
      choices: [
        { key: 'you', share: 100 },
        { key: 'me', share: 100 },
        { key: 'nobody', share: 0 },
      ],
    },
  ],
};

const solutionTo = (given: Record<string, string> | null, languages = ['fr', 'en']) =>
  reviewQuestion(
    { key: 'q', points: 2, body: questionBody.parse(gaps) },
    {
      answer: given && { gaps: given },
      ...{ certainty: null, score: 1, points: 2, comment: null },
    },
    { languages, right: true },
  ).solution;

describe('what was right in a gap', () => {
  it.each([
    ['in another language', { when: 'When', who: 'me' }, { when: 'When', who: 'me' }],
    ['in part', { when: 'roughly', who: 'nobody' }, { when: 'quand', who: 'you' }],
    ['not at all', { when: 'where', who: 'nobody' }, { when: 'quand', who: 'you' }],
    ['with nothing', {}, { when: 'quand', who: 'you' }],
    ['by nobody', null, { when: 'quand', who: 'you' }],
  ])('is one’s own words where they earned it all: answered %s', (_, given, right) =>
    expect(solutionTo(given)).toEqual({ gaps: right }),
  );

  it('is said in the reader’s language', () =>
    expect(solutionTo(null, ['en'])).toEqual({ gaps: { when: 'when', who: 'you' } }));
});
