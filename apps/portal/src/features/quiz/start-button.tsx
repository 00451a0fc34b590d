'use client';

import { useRouter } from 'next/navigation';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

type Props = { enrolmentId: string; activityId: string; primary: boolean; children: string };

/** Starts an attempt, or goes on with the one another tab has started. */
export function StartButton({ enrolmentId, activityId, primary, children }: Props) {
  const router = useRouter();
  const start = useCommand(api.quizzes.start.mutate);
  async function press() {
    if (await start.run({ enrolmentId, activityId })) router.refresh();
  }
  return (
    <>
      <ErrorSummary message={start.message} entries={start.entries} attempt={start.attempt} />
      <Button look={primary ? 'primary' : 'plain'} disabled={start.pending} onClick={press}>
        {children}
      </Button>
    </>
  );
}
