'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { api } from '#trpc/client.ts';
import { DropPending } from './drop-pending.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** New recovery codes; the old ones count until the person says that these are kept. */
export function NewCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('account.factor');
  const keep = useCommand(api.account.keepRecoveryCodes.mutate);
  return (
    <section className="max-w-measure">
      <h2 className="mb-2">{t('newCodes')}</h2>
      <p className="mb-3 text-ink-2">{t('newCodesHelp')}</p>
      <CommandForm
        command={keep}
        input={() => ({})}
        submit={t('codesKept')}
        actions={<DropPending />}
        onDone={() => location.assign('/account')}
      >
        <RecoveryCodes codes={codes} />
      </CommandForm>
    </section>
  );
}
