import type { ComponentProps } from 'react';
import { Link } from '#components/ui/link.tsx';
import { type ButtonLook, buttonLook } from './button-look.ts';
import { cx } from './cx.ts';

type Props = ComponentProps<typeof Link> & { look?: ButtonLook; size?: 'normal' | 'small' };

/** A link to a page where something is done, drawn as a button. */
export function LinkButton({ look, size, className, ...props }: Props) {
  return <Link {...props} className={cx(buttonLook(look, size), className)} />;
}
