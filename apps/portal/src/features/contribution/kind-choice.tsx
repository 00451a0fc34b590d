'use client';

import { type ContributionKind, contributionKinds } from '@concord/api/features/contributions/rules';
import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/select.tsx';

type Props = { kind: ContributionKind; mayState: boolean; onChange: (kind: ContributionKind) => void };

/** Says for whom an entry is written, in words: for the delegation, for oneself, or as the nation's formal word. */
export function KindChoice({ kind, mayState, onChange }: Props) {
  const t = useTranslations('contribution');
  const choices = contributionKinds.filter((one) => one !== 'statement' || mayState);
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
      <Select
        aria-label={t('kind')}
        aria-describedby="kind-help"
        value={kind}
        className="w-auto max-w-64 text-sm"
        onChange={(event) => onChange(choices.find((one) => one === event.target.value) ?? 'entry')}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {t(`kind_${one}`)}
          </option>
        ))}
      </Select>
      <span id="kind-help" className="min-w-60 flex-1 text-ink-2">
        {t(`kindHelp_${kind}`)}
      </span>
    </div>
  );
}
