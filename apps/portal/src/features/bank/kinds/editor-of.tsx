'use client';

import type { QuestionBody } from '@concord/api/features/bank/body';
import { MatchingEditor, OrderingEditor } from './arranging.tsx';
import { ChoicesEditor } from './choices.tsx';
import { GapsEditor } from './gaps.tsx';
import { HotspotEditor } from './hotspot.tsx';
import { NumericEditor } from './numeric.tsx';
import { TrueFalseEditor } from './true-false.tsx';
import { ShortTextEditor } from './words.tsx';
import { EssayEditor, FileEditor } from './written.tsx';

/** The fields that only this type of question has. */
export function EditorOf({ body }: { body: QuestionBody }) {
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return <ChoicesEditor body={body} />;
    case 'trueFalse':
      return <TrueFalseEditor body={body} />;
    case 'shortText':
      return <ShortTextEditor body={body} />;
    case 'numeric':
      return <NumericEditor body={body} />;
    case 'matching':
      return <MatchingEditor body={body} />;
    case 'ordering':
      return <OrderingEditor body={body} />;
    case 'gapText':
      return <GapsEditor body={body} />;
    case 'essay':
      return <EssayEditor body={body} />;
    case 'file':
      return <FileEditor body={body} />;
    case 'hotspot':
      return <HotspotEditor body={body} />;
  }
}
