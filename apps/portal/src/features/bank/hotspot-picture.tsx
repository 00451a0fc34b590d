import type { Of } from './edit-body.ts';

type Shape = Of<'hotspot'>['areas'][number]['shape'];
type Props = {
  fileId: string;
  alternative: string;
  areas: readonly { key: string; shape: Shape; label: string }[];
};

/** The picture of a hotspot question with its areas drawn on it. */
export function HotspotPicture({ fileId, alternative, areas }: Props) {
  return (
    <div className="relative w-fit max-w-measure">
      {/* biome-ignore lint/performance/noImgElement: a stored file, of a size nobody knows before */}
      <img src={`/api/files/${fileId}`} alt={alternative} className="max-w-full" />
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="absolute inset-0 size-full"
      >
        {areas.map(({ key, shape, label }) => (
          <g key={key} className="fill-accent stroke-accent [fill-opacity:0.25]">
            <title>{label}</title>
            <Drawn shape={shape} />
          </g>
        ))}
      </svg>
    </div>
  );
}

function Drawn({ shape }: { shape: Shape }) {
  const line = { strokeWidth: 2, vectorEffect: 'non-scaling-stroke' as const };
  if (shape.is === 'box')
    return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} {...line} />;
  if (shape.is === 'circle') return <circle cx={shape.x} cy={shape.y} r={shape.radius} {...line} />;
  return <polygon points={shape.points.map(([x, y]) => `${x},${y}`).join(' ')} {...line} />;
}
