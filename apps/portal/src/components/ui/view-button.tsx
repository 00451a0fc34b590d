import type { ComponentProps } from 'react';

/** One of several views of the same thing, to press where no address is needed; the one that shows is underlined. */
export function ViewButton(props: Omit<ComponentProps<'button'>, 'type' | 'className'>) {
  return (
    <button
      type="button"
      {...props}
      className="border-b-3 border-transparent py-0.5 font-medium text-ink-2 hover:text-ink aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-ink"
    />
  );
}
