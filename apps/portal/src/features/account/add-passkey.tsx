'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { makePasskey } from '#features/sign-in/passkey.ts';
import { api } from '#trpc/client.ts';
import { PasskeyNameDialog } from './passkey-name-dialog.tsx';

/** Has the browser make a passkey, keeps it, and then asks what to call it. */
export function AddPasskey() {
  const t = useTranslations('account.passkeys');
  const errors = useTranslations('errors.passkey');
  const router = useRouter();
  const start = useCommand(api.account.startPasskey.mutate);
  const add = useCommand(api.account.addPasskey.mutate);
  const rename = useCommand(api.account.renamePasskey.mutate);
  const [state, setState] = useState<{ busy: boolean; cancelled: number; made: string | null }>({
    busy: false,
    cancelled: 0,
    made: null,
  });

  async function run() {
    setState((before) => ({ ...before, busy: true, cancelled: 0 }));
    const options = await start.run({});
    const answer = options && (await makePasskey(options));
    const kept = answer ? await add.run({ name: t('unnamed'), answer }) : undefined;
    const cancelled = options && !answer ? 1 : 0;
    setState({ busy: false, cancelled, made: kept?.passkeyId ?? null });
  }

  function finish() {
    setState((before) => ({ ...before, made: null }));
    router.refresh();
  }

  const message = start.message ?? add.message ?? (state.cancelled ? errors('cancelled') : null);
  return (
    <>
      <ErrorSummary message={message} attempt={start.attempt + add.attempt + state.cancelled} />
      <Button disabled={state.busy} onClick={run}>
        {t('add')}
      </Button>
      <PasskeyNameDialog
        title={t('added')}
        name={t('unnamed')}
        passkeyId={state.made ?? ''}
        open={state.made !== null}
        command={rename}
        onClose={finish}
        onDone={finish}
      />
    </>
  );
}
