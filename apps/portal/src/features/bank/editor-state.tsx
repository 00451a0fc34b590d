'use client';

import type { QuestionBody } from '@concord/api/features/bank/body';
import { createContext, useContext } from 'react';

/** What every field of the editor works with: the question as it stands, the languages shown, what is wrong. */
export type EditorState<Body extends QuestionBody = QuestionBody> = {
  body: Body;
  change: (next: Body) => void;
  /** The source language, then the one beside it, if any. */
  languages: readonly string[];
  errorOf: (path: string) => string | null;
};

const EditorContext = createContext<EditorState | null>(null);

export const EditorProvider = EditorContext.Provider;

/** The editor around a field, for a question of any type. */
export function useEditor(): EditorState {
  const state = useContext(EditorContext);
  if (!state) throw new Error('A field of the question editor stands outside of it.');
  return state;
}
