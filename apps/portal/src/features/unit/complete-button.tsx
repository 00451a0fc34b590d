'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

type Props = {
  enrolmentId: string;
  activityId: string;
  /** Where it goes on: the next activity, or the course. */
  next: string;
  course: string;
};

/** Marks the page as read and goes on; with the last one, to the course, which is completed. */
export function CompleteButton({ enrolmentId, activityId, next, course }: Props) {
  const t = useTranslations('unit.complete');
  const router = useRouter();
  const complete = useCommand(api.enrolments.complete.mutate);

  async function press() {
    const done = await complete.run({ enrolmentId, activityId });
    if (done) router.push(done.courseCompleted ? course : next);
  }

  return (
    <div>
      <ErrorSummary message={complete.message} entries={complete.entries} attempt={complete.attempt} />
      <Button look="primary" disabled={complete.pending} onClick={press}>
        {next === course ? t('finish') : t('action')}
      </Button>
    </div>
  );
}
