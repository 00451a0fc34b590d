import { cx } from './cx.ts';

/** Primary is the one harmless next step of a page; quiet is a word to press; danger ends or removes something. */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

const looks: Record<ButtonLook, string> = {
  primary: 'border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong',
  plain: 'border-line-strong bg-raised text-ink hover:bg-wash',
  quiet: 'border-transparent bg-transparent text-accent hover:underline underline-offset-4',
  danger: 'border-bad bg-raised text-bad hover:bg-bad-wash',
};

/** The class names of a button, for what is pressed and for links that look like it. */
export function buttonLook(look: ButtonLook = 'plain', size: 'normal' | 'small' = 'normal'): string {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-md border text-center font-semibold',
    'disabled:opacity-55 aria-disabled:opacity-55',
    size === 'small' ? 'py-1 text-sm' : 'min-h-10 py-1.5',
    look !== 'quiet' && (size === 'small' ? 'px-2.5' : 'px-4'),
    looks[look],
  );
}
