'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { SlotUpdate } from './slot-update.tsx';
import type { QuizSlot } from './types.ts';

type Props = {
  slot: QuizSlot;
  index: number;
  last: boolean;
  editable: boolean;
  onChanged: () => Promise<void>;
};

/** One slot of a quiz: what it asks or draws, what it is worth, and where it stands. */
export function SlotRow({ slot, index, last, editable, onChanged }: Props) {
  const t = useTranslations('bank.slots');
  const move = useCommand(api.bank.moveSlot.mutate);
  const remove = useCommand(api.bank.removeSlot.mutate);
  const slotId = slot.id;
  const name = slot.name ?? t('blueprintName', { count: slot.blueprint?.count ?? 0 });
  const pending = move.pending || remove.pending;
  const to = async (place: number) => (await move.run({ slotId, to: place })) && onChanged();

  return (
    <li className="border-b border-line py-3">
      <ErrorSummary message={move.message ?? remove.message} attempt={move.attempt + remove.attempt} />
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          {slot.blueprint ? <Drawn slot={slot} /> : <Pinned slot={slot} />}
        </div>
        {editable ? (
          <div className="flex flex-wrap items-center gap-2">
            {slot.number !== null && slot.latest !== null && slot.number < slot.latest ? (
              <SlotUpdate slotId={slotId} latest={slot.latest} onChanged={onChanged} />
            ) : null}
            <Points slot={slot} name={name} onChanged={onChanged} />
            <Button
              size="small"
              look="quiet"
              disabled={index === 0 || pending}
              aria-label={t('up', { name })}
              onClick={() => to(index - 1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              look="quiet"
              disabled={last || pending}
              aria-label={t('down', { name })}
              onClick={() => to(index + 1)}
            >
              ↓
            </Button>
            <Button
              size="small"
              look="quiet"
              disabled={pending}
              aria-label={t('remove', { name })}
              onClick={async () => (await remove.run({ slotId })) && onChanged()}
            >
              ✕
            </Button>
          </div>
        ) : (
          <span className="text-sm text-ink-2">{t('worth', { points: slot.points })}</span>
        )}
      </div>
    </li>
  );
}

function Pinned({ slot }: { slot: QuizSlot }) {
  const t = useTranslations('bank');
  if (slot.questionId === null || slot.kind === null || slot.number === null) return <p>{slot.key}</p>;
  return (
    <>
      <Link
        href={paths.question(slot.questionId)}
        className="font-semibold wrap-anywhere hover:text-accent hover:underline"
      >
        {slot.name}
      </Link>
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
        {t('slots.pinned', { kind: t(`kinds.${slot.kind}`), number: slot.number })}
        {slot.latest !== null && slot.number < slot.latest ? (
          <Tag tone="warn">{t('slots.latest', { number: slot.latest })}</Tag>
        ) : null}
        {slot.archived ? <Tag>{t('slots.archived')}</Tag> : null}
      </p>
    </>
  );
}

function Drawn({ slot }: { slot: QuizSlot }) {
  const t = useTranslations('bank');
  const { blueprint, matching } = slot;
  if (blueprint === null) return null;
  const narrowed = [
    blueprint.withSubcategories ? t('slots.withBelow') : null,
    blueprint.difficulty ? t(`difficulties.${blueprint.difficulty}`) : null,
    ...blueprint.tags,
  ].filter(Boolean);
  return (
    <>
      <p className="font-semibold wrap-anywhere">
        {t('slots.draws', { count: blueprint.count, category: slot.category ?? '' })}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
        {narrowed.join(' · ')}
        <Tag tone={(matching ?? 0) < blueprint.count ? 'bad' : 'neutral'} marked>
          {t('slots.matching', { count: matching ?? 0 })}
        </Tag>
      </p>
    </>
  );
}

type PointsProps = { slot: QuizSlot; name: string; onChanged: () => Promise<void> };

function Points({ slot, name, onChanged }: PointsProps) {
  const t = useTranslations('bank.slots');
  const [typed, setTyped] = useState(String(slot.points));
  const command = useCommand(api.bank.setPoints.mutate);

  async function save() {
    const points = Number(typed);
    if (!Number.isInteger(points) || points < 1 || points > 100) return setTyped(String(slot.points));
    if (points !== slot.points && (await command.run({ slotId: slot.id, points }))) await onChanged();
  }

  return (
    <label className="flex items-center gap-2 text-sm">
      <span aria-hidden="true">{t('points')}</span>
      <input
        type="number"
        min={1}
        max={100}
        value={typed}
        aria-label={t('setPoints', { name })}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
        className="min-h-8 w-16 rounded-md border border-line-field bg-paper px-2"
      />
    </label>
  );
}
