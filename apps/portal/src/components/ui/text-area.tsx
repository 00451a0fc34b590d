'use client';

import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { controlLook, useFieldProps } from './field.tsx';

/** Several lines of text, in the direction they are written in; it grows with what is written where the browser can. */
export function TextArea({ className, rows = 4, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      dir="auto"
      {...useFieldProps()}
      {...props}
      className={cx(controlLook, 'field-sizing-content max-h-[60vh] min-h-24', className)}
    />
  );
}
