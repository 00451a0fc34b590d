import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { Identify } from './identify.tsx';
import { ObservationLine } from './observation-line.tsx';
import type { HotWash, Observation } from './types.ts';
import { GroupActs, PlaceActs } from './wash-acts.tsx';

/** The groups of a hot wash in the order they are talked about, then what stands in none. */
export function WashBoard({ page }: { page: HotWash }) {
  const t = useTranslations('lessons.wash');
  const { groups, observations, wash, can, exercise } = page;
  const own = observations.filter(({ intoId }) => intoId === null);
  const loose = own.filter(({ groupId }) => !groups.some(({ id }) => id === groupId));
  const open = wash !== null && wash.closedAt === null;
  return (
    <div className="flex flex-col gap-8">
      {groups.map((group, at) => {
        const current = wash?.groupId === group.id;
        const inside = own.filter(({ groupId }) => groupId === group.id);
        return (
          <section
            key={group.id}
            aria-labelledby={`group-${group.id}`}
            aria-current={current || undefined}
            className={current ? 'rounded-md border border-accent bg-accent-wash p-4' : undefined}
          >
            <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
              <h2 id={`group-${group.id}`} className="flex flex-wrap items-center gap-2 wrap-anywhere">
                {group.title} {current ? <Tag tone="info">{t('now')}</Tag> : null}
              </h2>
              {can.lead ? (
                <GroupActs
                  {...{ group, at, current, open }}
                  exerciseId={exercise.id}
                  last={groups.length - 1}
                />
              ) : null}
            </div>
            {inside.length === 0 ? <p className="text-ink-2">{t('emptyGroup')}</p> : null}
            <Entries page={page} inside={inside} others={own} />
            {can.identify && inside.length > 0 ? (
              <div className="mt-3">
                <Identify
                  exerciseId={exercise.id}
                  title={group.title}
                  observations={observations.filter(({ id, intoId }) =>
                    inside.some((one) => one.id === id || one.id === intoId),
                  )}
                />
              </div>
            ) : null}
          </section>
        );
      })}
      {loose.length > 0 ? (
        <section aria-labelledby="loose">
          <h2 id="loose" className="mb-2">
            {groups.length > 0 ? t('loose') : t('all')}
          </h2>
          <Entries page={page} inside={loose} others={own} />
        </section>
      ) : null}
    </div>
  );
}

type EntriesProps = { page: HotWash; inside: readonly Observation[]; others: readonly Observation[] };

function Entries({ page, inside, others }: EntriesProps) {
  const t = useTranslations('lessons.wash');
  const { exercise, markings, observations, groups, can } = page;
  if (inside.length === 0) return null;
  return (
    <ol className="border-t border-line">
      {inside.map((observation) => {
        const within = observations.filter(({ intoId }) => intoId === observation.id);
        const targets = others.filter(({ id }) => id !== observation.id);
        return (
          <li key={observation.id} className="border-b border-line py-3">
            <ObservationLine {...{ observation, exercise, markings }}>
              {can.lead ? <PlaceActs {...{ observation, groups }} others={targets} /> : null}
            </ObservationLine>
            {within.length > 0 ? (
              <details open className="mt-2 border-l-3 border-line-strong pl-3">
                <summary className="text-sm text-ink-2">{t('same', { count: within.length })}</summary>
                <ul>
                  {within.map((one) => (
                    <li key={one.id} className="py-2">
                      <ObservationLine observation={one} {...{ exercise, markings }}>
                        {can.lead ? (
                          <PlaceActs observation={one} groups={groups} others={targets.concat(observation)} />
                        ) : null}
                      </ObservationLine>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
