'use client';

import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { controlLook, useFieldProps } from './field.tsx';

/** One line of text; inside a `Field` it takes its label and error from there. */
export function TextField({ className, ...props }: ComponentProps<'input'>) {
  return <input type="text" {...useFieldProps()} {...props} className={cx(controlLook, className)} />;
}
