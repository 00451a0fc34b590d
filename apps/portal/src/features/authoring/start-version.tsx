'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Notice } from '#components/notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

/** What is published does not change: the next version begins as its copy. */
export function StartVersion({ courseId }: { courseId: string }) {
  const t = useTranslations('authoring.start');
  const router = useRouter();
  const start = useCommand(api.authoring.startVersion.mutate);
  return (
    <>
      <ErrorSummary message={start.message} entries={start.entries} attempt={start.attempt} />
      <Notice
        title={t('title')}
        action={
          <Button
            look="primary"
            disabled={start.pending}
            onClick={async () => {
              if (await start.run({ courseId })) router.refresh();
            }}
          >
            {t('action')}
          </Button>
        }
      >
        <p className="text-ink-2">{t('explain')}</p>
      </Notice>
    </>
  );
}
