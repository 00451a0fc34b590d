'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

type Props = {
  exerciseId: string;
  inject: { id: string; number: number };
  team: { id: string; name: string };
};

/** Lets an inject go to a team at once. */
export function ReleaseInject({ exerciseId, inject, team }: Props) {
  const t = useTranslations('running.board');
  const router = useRouter();
  const command = useCommand(api.running.release.mutate);
  async function release() {
    if (await command.run({ exerciseId, injectId: inject.id, teamIds: [team.id] })) router.refresh();
  }
  return (
    <>
      <Button size="small" disabled={command.pending} onClick={() => void release()}>
        {t('release')}
        <span className="sr-only">: {t('releaseOf', { number: inject.number, team: team.name })}</span>
      </Button>
      {command.message ? (
        <span role="alert" className="block text-sm text-bad">
          {command.message}
        </span>
      ) : null}
    </>
  );
}
