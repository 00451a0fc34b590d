import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { getTranslations } from 'next-intl/server';

type Item = inferRouterOutputs<AppRouter>['quizzes']['analysis']['items'][number];

const [WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM] = [720, 300, 48, 28, 40] as const;
const x = (facility: number) => LEFT + facility * (WIDTH - LEFT - RIGHT);
const y = (discrimination: number) =>
  12 + ((1 - Math.max(-0.4, Math.min(1, discrimination))) / 1.4) * (HEIGHT - BOTTOM - 12);

/** Every question by how easy it is and how well it tells who knows; the table below says the same in figures. */
export async function AnalysisChart({ items }: { items: readonly Item[] }) {
  const t = await getTranslations('quizStaff.analysis');
  const shown = items.filter((item) => item.discrimination !== null);
  if (shown.length === 0) return null;
  return (
    <figure className="mb-8 max-w-3xl">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={t('chart')} tabIndex={0} className="scroll-edges overflow-x-auto">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t('chart')}
          className="h-auto w-full min-w-[34rem]"
        >
          <rect x={LEFT} y={y(1)} width={x(1) - LEFT} height={y(0.15) - y(1)} className="fill-good-wash" />
          <rect x={LEFT} y={y(0)} width={x(1) - LEFT} height={y(-0.4) - y(0)} className="fill-bad-wash" />
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <g key={share}>
              <line x1={x(share)} x2={x(share)} y1={y(1)} y2={y(-0.4)} className="stroke-line" />
              <text x={x(share)} y={HEIGHT - 20} textAnchor="middle" className="fill-ink-2 text-xs">
                {t('percent', { percent: share * 100 })}
              </text>
            </g>
          ))}
          {[-0.4, 0, 0.5, 1].map((value) => (
            <text key={value} x={LEFT - 8} y={y(value) + 4} textAnchor="end" className="fill-ink-2 text-xs">
              {value}
            </text>
          ))}
          <line x1={LEFT} x2={x(1)} y1={y(0)} y2={y(0)} className="stroke-line-strong" />
          {shown.map((item, index) => (
            <g key={item.versionId}>
              <circle
                cx={x(item.facility)}
                cy={y(item.discrimination ?? 0)}
                r="9"
                className="fill-accent stroke-paper"
              />
              <text
                x={x(item.facility)}
                y={y(item.discrimination ?? 0) + 4}
                textAnchor="middle"
                className="fill-accent-ink text-xs font-semibold"
              >
                {index + 1}
              </text>
            </g>
          ))}
          <text x={x(0.5)} y={HEIGHT - 4} textAnchor="middle" className="fill-ink-2 text-xs">
            {t('axisFacility')}
          </text>
        </svg>
      </section>
      <figcaption className="text-sm text-ink-2">
        {t('chartNote')} {shown.map((item, index) => `${index + 1} ${item.name}`).join(' · ')}
      </figcaption>
    </figure>
  );
}
