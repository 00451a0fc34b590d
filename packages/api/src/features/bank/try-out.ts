import { hasAnswer, scoreAnswer } from '../quizzes/scoring/score.ts';
import { type LearnerQuestion, learnerQuestion } from '../quizzes/views.ts';
import type { QuestionAnswer, QuestionBody } from './body.ts';
import { renderBody } from './render-body.ts';

/** A question as a learner meets it, in each language it is written in; nothing in it tells the answer. */
export function asLearner(body: QuestionBody): Record<string, LearnerQuestion> {
  const asked = { key: 'try', points: 1, body: renderBody(body) };
  const order = { seed: 1, shuffle: true };
  return Object.fromEntries(
    Object.keys(body.texts).map((language) => [language, learnerQuestion(asked, [language], order)]),
  );
}

/** What an answer would earn and what a learner would be told: the same scoring as in an attempt. */
export function tryOut(body: QuestionBody, answer: QuestionAnswer, language: string) {
  const said = renderBody(body).texts[language];
  const picked = hasAnswer(answer) ? partsOf(answer) : [];
  const feedback = picked.flatMap((key) => said?.parts[key]?.feedback.html || []);
  return { score: scoreAnswer(body, answer), feedback, explanation: said?.explanation.html ?? '' };
}

function partsOf(answer: QuestionAnswer): string[] {
  if ('choices' in answer) return answer.choices;
  return 'gaps' in answer ? Object.values(answer.gaps) : [];
}
