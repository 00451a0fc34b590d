'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';

type Props = { decisionId: string; number: string; published: boolean; publishable: boolean };

/** Shows a decision to the public, or takes it back: the chair alone, with a fresh sign-in. */
export function Publish({ decisionId, number, published, publishable }: Props) {
  const t = useTranslations('decisions.publish');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const publish = useCommand(api.decisions.publish.mutate);
  const unpublish = useCommand(api.decisions.unpublish.mutate);
  const command = published ? unpublish : publish;
  async function confirm() {
    const done = await command.run({ decisionId });
    setAsking(false);
    if (done) router.refresh();
  }
  if (!publishable && !published) return <p className="text-sm text-ink-2">{t('notForPublic')}</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      {published ? (
        <p className="text-sm">
          {t('published')}{' '}
          <Link href={paths.publicDecision(decisionId)} className="text-accent underline">
            {t('see')}
          </Link>
        </p>
      ) : null}
      <Button size="small" onClick={() => setAsking(true)}>
        {t(published ? 'takeBack' : 'publish')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t(published ? 'askBack' : 'ask', { number })}
        confirm={t(published ? 'takeBack' : 'publish')}
        pending={command.pending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        {t(published ? 'askBackBody' : 'askBody')}
      </ConfirmDialog>
    </div>
  );
}
