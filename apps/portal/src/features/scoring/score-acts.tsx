'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

type Act = 'open' | 'freeze' | 'unfreeze' | 'release';

/** What the director can do with scores and scoreboard; each says what follows before it is done. */
export function ScoreActs({ exerciseId, acts }: { exerciseId: string; acts: readonly Act[] }) {
  const t = useTranslations('scoring.acts');
  const router = useRouter();
  const [asked, setAsked] = useState<Act | null>(null);
  const command = useCommand(api.scoring.act.mutate);
  async function act() {
    if (asked === null) return;
    const done = await command.run({ exerciseId, act: asked });
    setAsked(null);
    if (done) router.refresh();
  }
  if (acts.length === 0) return null;
  return (
    <div className="mb-6">
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <div className="flex flex-wrap gap-2">
        {acts.map((one) => (
          <Button key={one} onClick={() => setAsked(one)}>
            {t(one)}
          </Button>
        ))}
      </div>
      <ConfirmDialog
        open={asked !== null}
        title={asked ? t(asked) : ''}
        confirm={asked ? t(asked) : ''}
        pending={command.pending}
        onConfirm={() => void act()}
        onClose={() => setAsked(null)}
      >
        {asked ? t(`follows.${asked}`) : null}
      </ConfirmDialog>
    </div>
  );
}
