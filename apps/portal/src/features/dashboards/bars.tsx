/** What a part of a chart says by its colour; words beside it say the same. */
export type Shade = 'accent' | 'soft' | 'good' | 'warn' | 'bad' | 'neutral';

const fills: Record<Shade, string> = {
  accent: 'fill-accent',
  soft: 'fill-accent-line',
  good: 'fill-good',
  warn: 'fill-warn',
  bad: 'fill-bad',
  neutral: 'fill-line-strong',
};

export type Segment = { share: number; shade: Shade };

/** One bar, of one part or of several beside each other. It repeats what stands in words, so nobody is read it. */
export function Bar({ segments, thin = false }: { segments: readonly Segment[]; thin?: boolean }) {
  const starts = segments.map((_, at) => segments.slice(0, at).reduce((sum, { share }) => sum + share, 0));
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      className={`block w-full rounded-sm bg-wash ${thin ? 'h-2' : 'h-5'}`}
    >
      {segments.map(({ share, shade }, at) =>
        share > 0 ? (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a bar stay where they are
            key={at}
            className={`progress-fill ${fills[shade]}`}
            x={(starts[at] ?? 0) * 100}
            y="0"
            width={Math.max(share * 100 - (at < segments.length - 1 ? 0.4 : 0), 0.6)}
            height="10"
          />
        ) : null,
      )}
    </svg>
  );
}

/** Columns side by side over a common floor, as high as their share of the highest. */
export function Columns({ columns }: { columns: readonly { height: number; shade: Shade }[] }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${columns.length * 10} 100`}
      preserveAspectRatio="none"
      className="block h-36 w-full border-b border-line-strong"
    >
      {columns.map(({ height, shade }, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: columns stand in their order
          key={at}
          className={`progress-fill ${fills[shade]}`}
          x={at * 10 + 1}
          y={100 - height * 100}
          width="8"
          height={height * 100}
        />
      ))}
    </svg>
  );
}

type Series = { values: readonly number[]; filled: boolean };

/** Figures over time as lines over one floor, the filled one beneath. */
export function Lines({ series, highest }: { series: readonly Series[]; highest: number }) {
  const count = Math.max(...series.map(({ values }) => values.length), 2);
  const y = (value: number) => 100 - (value / Math.max(highest, 1)) * 96;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${count - 1} 100`}
      preserveAspectRatio="none"
      className="block h-36 w-full border-b border-line-strong"
    >
      {series.map(({ values, filled }) => {
        const drawn = values.length === 1 ? [...values, ...values] : values;
        const line = drawn.map((value, at) => `${at},${y(value)}`).join(' ');
        return filled ? (
          <polygon key="filled" className="fill-accent" points={`0,100 ${line} ${drawn.length - 1},100`} />
        ) : (
          <polyline
            key="line"
            className="fill-none stroke-ink-3"
            strokeWidth="2"
            strokeDasharray="5 4"
            vectorEffect="non-scaling-stroke"
            points={line}
          />
        );
      })}
    </svg>
  );
}
