'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Settles whether positions are prepared by one person and released by another, from now on. */
export function FourEyesSwitch({ bodyCode, fourEyes }: { bodyCode: string; fourEyes: boolean }) {
  const t = useTranslations('delegation.fourEyes');
  const router = useRouter();
  const settle = useCommand(api.delegations.setFourEyes.mutate);
  async function press() {
    const done = await settle.run({ bodyCode, fourEyes: !fourEyes });
    if (!done) return;
    toast(done.fourEyes ? t('turnedOn') : t('turnedOff'));
    router.refresh();
  }
  return (
    <>
      <Button disabled={settle.pending} onClick={press}>
        {fourEyes ? t('turnOff') : t('turnOn')}
      </Button>
      {settle.message ? (
        <p role="alert" className="mt-2 text-sm font-semibold text-bad">
          {settle.message}
        </p>
      ) : null}
    </>
  );
}
