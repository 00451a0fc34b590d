import type { ComponentProps } from 'react';
import { type ButtonLook, buttonLook } from './button-look.ts';
import { cx } from './cx.ts';

type Props = ComponentProps<'button'> & { look?: ButtonLook; size?: 'normal' | 'small' };

/** Something to press; its words are a verb. */
export function Button({ look, size, className, type = 'button', ...props }: Props) {
  return <button type={type} {...props} className={cx(buttonLook(look, size), className)} />;
}
