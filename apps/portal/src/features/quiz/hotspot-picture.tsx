type Shape =
  | { is: 'box'; x: number; y: number; width: number; height: number }
  | { is: 'circle'; x: number; y: number; radius: number }
  | { is: 'polygon'; points: readonly (readonly number[])[] };

type Props = {
  fileId: string;
  alternative?: string;
  points: readonly { x: number; y: number }[];
  areas?: readonly { key: string; shape: Shape }[];
};

/** A picture with the places marked in it, and what was right where that is shown. */
export function HotspotPicture({ fileId, alternative = '', points, areas = [] }: Props) {
  return (
    <span className="relative block">
      {/* biome-ignore lint/performance/noImgElement: a sealed file, streamed to who may read it */}
      <img src={`/api/files/${fileId}`} alt={alternative} className="block h-auto w-full rounded-md" />
      <svg
        aria-hidden="true"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="absolute inset-0 size-full fill-good/20 stroke-good"
      >
        {areas.map(({ key, shape }) => (
          <Area key={key} shape={shape} />
        ))}
      </svg>
      <svg aria-hidden="true" className="absolute inset-0 size-full">
        {points.map(({ x, y }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a mark stands for
          <g key={index}>
            <circle cx={`${x}%`} cy={`${y}%`} r="11" className="fill-accent stroke-paper" strokeWidth="2" />
            <text
              x={`${x}%`}
              y={`${y}%`}
              dy="4"
              textAnchor="middle"
              className="fill-accent-ink text-sm font-semibold"
            >
              {index + 1}
            </text>
          </g>
        ))}
      </svg>
    </span>
  );
}

function Area({ shape }: { shape: Shape }) {
  const line = { vectorEffect: 'non-scaling-stroke', strokeWidth: 2 } as const;
  if (shape.is === 'box')
    return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} {...line} />;
  if (shape.is === 'circle') return <circle cx={shape.x} cy={shape.y} r={shape.radius} {...line} />;
  return <polygon points={shape.points.map((corner) => corner.join(',')).join(' ')} {...line} />;
}
