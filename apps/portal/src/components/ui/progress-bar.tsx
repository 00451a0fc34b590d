/** How far something has come; the words beside it say the same, so it is named by them. */
export function ProgressBar({ done, total, label }: { done: number; total: number; label: string }) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="block h-1.5 w-full overflow-hidden rounded-full bg-line"
    >
      <rect className="progress-fill fill-accent" x="0" y="0" width={share * 100} height="6" />
    </svg>
  );
}
