'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

/** Enrols the person and opens the first activity. */
export function EnrolButton({ courseId, start }: { courseId: string; start: string | null }) {
  const t = useTranslations('course.enrol');
  const router = useRouter();
  const enrol = useCommand(api.enrolments.enrol.mutate);

  async function press() {
    if (!(await enrol.run({ courseId }))) return;
    if (start) router.push(start);
    else router.refresh();
  }

  return (
    <div>
      <ErrorSummary message={enrol.message} entries={enrol.entries} attempt={enrol.attempt} />
      <Button look="primary" disabled={enrol.pending} onClick={press}>
        {t('action')}
      </Button>
    </div>
  );
}
