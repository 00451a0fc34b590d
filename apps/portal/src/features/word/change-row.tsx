'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { RunWords } from '#features/texts/run-words.tsx';
import { formatDate } from '#i18n/format.ts';
import type { LaidProposal } from './types.ts';

/** Whether a change can become an amendment as things stand. */
export const mayChoose = ({ state }: LaidProposal) => state === 'fresh' || state === 'changed';

type Props = {
  proposal: LaidProposal;
  /** The version the file was taken out of. */
  since: number;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  children: ReactNode;
};

/** One change of a file: where it belongs, what it strikes and writes, who made it, and what stands against it. */
export function ChangeRow({ proposal, since, chosen, onChoose, children }: Props) {
  const t = useTranslations('word.bring');
  const { kind, number, paragraphId, state, untracked, runs, inFile } = proposal;
  const at = number || (paragraphId === null ? '_start' : '_none');
  return (
    <li className="border-t border-line py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <Checkbox
          checked={chosen}
          disabled={!mayChoose(proposal)}
          onChange={({ target }) => onChoose(target.checked)}
        >
          <span className="font-semibold">{t(`kinds.${kind}`, { at })}</span>
        </Checkbox>
        <span className="flex flex-wrap gap-1.5 pt-1">
          {state === 'fresh' ? null : (
            <Tag tone={TONES[state]}>{t(`states.${state}`, { number: since })}</Tag>
          )}
          {untracked ? <Tag tone="warn">{t('untracked')}</Tag> : null}
        </span>
      </div>
      <div className="pl-7">
        <p className="max-w-measure text-[1.03rem] leading-[1.62] wrap-anywhere">
          <RunWords runs={runs} />
        </p>
        {state === 'changed' ? (
          <p className="mt-1 max-w-measure text-sm text-ink-2 wrap-anywhere">
            {t('inFile')} <RunWords runs={inFile} />
          </p>
        ) : null}
        <Signed proposal={proposal} />
        {children}
      </div>
    </li>
  );
}

const TONES: Record<Exclude<LaidProposal['state'], 'fresh'>, Tone> = {
  changed: 'warn',
  gone: 'bad',
  done: 'neutral',
  tabled: 'info',
  unfit: 'bad',
};

/** Who made the change, and on which days, as the file says: nobody vouches for it. */
function Signed({ proposal: { authors, dates } }: { proposal: LaidProposal }) {
  const locale = useLocale();
  // Word writes the hour of the writer's own clock, whatever zone it names: the day alone says something true.
  const days = dates
    .filter((date) => /^\d{4}-\d{2}-\d{2}T/.test(date) && !Number.isNaN(Date.parse(date)))
    .map((date) => formatDate(date.slice(0, 10), { locale, style: 'medium' }));
  const words = [...authors, ...new Set(days)].join(' · ');
  return words ? <p className="mt-1 text-sm text-ink-2 wrap-anywhere">{words}</p> : null;
}
