'use client';

import type { Of } from '../edit-body.ts';
import { useEditor } from '../editor-state.tsx';
import { WordsList } from '../words-list.tsx';

/** What may be typed for an answer. */
export function ShortTextEditor({ body }: { body: Of<'shortText'> }) {
  const { change } = useEditor();
  return (
    <WordsList
      path="body.accepted"
      accepted={body.accepted}
      onChange={(accepted) => change({ ...body, accepted })}
    />
  );
}
