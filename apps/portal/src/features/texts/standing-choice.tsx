'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { api } from '#trpc/client.ts';
import type { Standing } from './types.ts';

const STANDINGS = ['open', 'adReferendum', 'agreed'] as const;

type Props = { textId: string; paragraphId: string; number: string; standing: Standing };

/** Where the chair sees a paragraph stand. Nothing is agreed until everything is: it binds nobody. */
export function StandingChoice({ textId, paragraphId, number, standing }: Props) {
  const t = useTranslations('texts.tools');
  const router = useRouter();
  const set = useCommand(api.texts.setStanding.mutate);

  async function choose(chosen: string) {
    const next = STANDINGS.find((one) => one === chosen);
    if (next && (await set.run({ textId, paragraphId, standing: next }))) router.refresh();
  }

  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      {t('standing')}
      <span className="sr-only">{number ? t('of', { number }) : t('ofHeading')}</span>
      <select
        value={standing}
        disabled={set.pending}
        onChange={(event) => choose(event.target.value)}
        className="rounded-md border border-line-field bg-paper px-1.5 py-0.5 text-sm text-ink"
      >
        {STANDINGS.map((one) => (
          <option key={one} value={one}>
            {t(`standings.${one}`)}
          </option>
        ))}
      </select>
      {set.message ? (
        <span role="alert" className="font-semibold text-bad">
          {set.message}
        </span>
      ) : null}
    </label>
  );
}
