'use client';

import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { controlLook, useFieldProps } from './field.tsx';

/** One of a short list: the browser's own select, which every screen reader and every phone knows. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select {...useFieldProps()} {...props} className={cx(controlLook, 'pr-8', className)} />;
}
