/** Our mark: two rings, one through the other. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" strokeWidth="2.4" aria-hidden="true">
      <path className="stroke-ink" d="M15 5.8a6.2 6.2 0 1 1 0 12.4 6.2 6.2 0 0 1 0-12.4Z" />
      <path className="stroke-accent" d="M9 5.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 9 5.8Z" />
      <path className="stroke-ink" d="M12.6 6.3a6.2 6.2 0 0 0-3.8 5.7" />
    </svg>
  );
}
