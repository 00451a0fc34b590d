import type { Answer } from '@concord/api/features/quizzes/schemas';

/** Whether an answer says anything: nothing chosen and nothing typed is none. */
export function isAnswered(answer: Answer | undefined): boolean {
  if (!answer) return false;
  return 'text' in answer ? answer.text.trim() !== '' : answer.choices.length > 0;
}

/** The choices of an answer; none for words. */
export function chosen(answer: Answer | undefined): readonly string[] {
  return answer && 'choices' in answer ? answer.choices : [];
}

/** The words of an answer; none for choices. */
export function typed(answer: Answer | undefined): string {
  return answer && 'text' in answer ? answer.text : '';
}
