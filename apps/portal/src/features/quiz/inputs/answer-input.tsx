'use client';

import type { LearnerQuestion } from '../types.ts';
import { Choices, TrueFalse } from './choices.tsx';
import { Files } from './files.tsx';
import { GapText } from './gap-text.tsx';
import { Hotspot } from './hotspot.tsx';
import type { InputProps } from './input.ts';
import { Matching } from './matching.tsx';
import { Ordering } from './ordering.tsx';
import { Essay, Numeric, ShortText } from './words.tsx';

type Props = Omit<InputProps<LearnerQuestion['kind']>, 'question'> & { question: LearnerQuestion };

/** The way to answer a question of its kind. */
export function AnswerInput({ question, ...rest }: Props) {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <Choices question={question} {...rest} />;
    case 'trueFalse':
      return <TrueFalse question={question} {...rest} />;
    case 'shortText':
      return <ShortText question={question} {...rest} />;
    case 'numeric':
      return <Numeric question={question} {...rest} />;
    case 'matching':
      return <Matching question={question} {...rest} />;
    case 'ordering':
      return <Ordering question={question} {...rest} />;
    case 'gapText':
      return <GapText question={question} {...rest} />;
    case 'essay':
      return <Essay question={question} {...rest} />;
    case 'file':
      return <Files question={question} {...rest} />;
    case 'hotspot':
      return <Hotspot question={question} {...rest} />;
  }
}
