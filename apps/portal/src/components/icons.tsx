import type { ReactNode } from 'react';

/** Icons of our own, on a 16-unit grid; the control that holds one names itself in words. */
function Icon({ children, size = 18 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="flex-none"
    >
      {children}
    </svg>
  );
}

export function ChevronIcon() {
  return (
    <Icon size={14}>
      <path d="m4 6 4 4 4-4" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon size={16}>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon size={14}>
      <path d="m3 8.5 3.2 3.2L13 4.8" />
    </Icon>
  );
}
