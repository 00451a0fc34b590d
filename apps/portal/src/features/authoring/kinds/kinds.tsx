'use client';

import dynamic from 'next/dynamic';
import type { ActivityKind } from '../types.ts';
import type { KindProps } from './kind-editor.ts';

/** The editor of each kind of activity, fetched when one of its kind is opened. */
const editors: Partial<Record<ActivityKind, React.ComponentType<KindProps>>> = {
  page: dynamic(() => import('./page.tsx').then(({ PageEditor }) => PageEditor)),
  video: dynamic(() => import('./video.tsx').then(({ VideoEditor }) => VideoEditor)),
  file: dynamic(() => import('./file.tsx').then(({ FileEditor }) => FileEditor)),
  assignment: dynamic(() => import('./assignment.tsx').then(({ AssignmentEditor }) => AssignmentEditor)),
  session: dynamic(() => import('./session.tsx').then(({ SessionEditor }) => SessionEditor)),
  quiz: dynamic(() => import('./quiz.tsx').then(({ QuizEditor }) => QuizEditor)),
};

/** What makes an activity what it is, by its kind. */
export function KindEditor(props: KindProps) {
  const Editor = editors[props.edited.activity.kind];
  return Editor ? <Editor {...props} /> : null;
}
