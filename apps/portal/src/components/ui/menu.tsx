'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { ChevronIcon } from '#components/icons.tsx';
import { buttonLook } from './button-look.ts';
import { cx } from './cx.ts';

export type MenuItem = {
  key: string;
  label: ReactNode;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
};

/** A button and the few things it offers to do, by the keys of a menu: arrows, Home, End, Escape. */
export function Menu({
  label,
  items,
  align = 'end',
}: {
  label: ReactNode;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
}) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  function show() {
    setOpen(true);
    requestAnimationFrame(() => focusables(root.current)[0]?.focus());
  }

  function hide() {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!open && event.key !== 'ArrowDown') return;
    const target = targetOf(event.key, focusables(root.current));
    if (event.key === 'Escape') hide();
    else if (!open) show();
    else if (target) target.focus();
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the items inside
    <div
      ref={root}
      className="relative inline-block"
      onKeyDown={onKeyDown}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => (open ? setOpen(false) : show())}
        className={buttonLook()}
      >
        {label}
        <ChevronIcon />
      </button>
      {open ? (
        <div
          id={id}
          role="menu"
          className={cx(
            'absolute top-full z-20 mt-1 min-w-48 rounded-lg border border-line-strong bg-raised p-1 shadow-float',
            align === 'end' ? 'right-0' : 'left-0',
          )}
        >
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              disabled={item.disabled}
              onClick={() => {
                hide();
                item.onSelect();
              }}
              className={cx(
                'block w-full rounded-md px-3 py-2 text-left font-medium hover:bg-wash focus:bg-wash disabled:text-ink-3',
                item.danger && 'text-bad',
              )}
            >
              {item.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function focusables(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
}

function targetOf(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  return undefined;
}
