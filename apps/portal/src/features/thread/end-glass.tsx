'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

/** Ends broken glass before its time. */
export function EndGlass({ glassId }: { glassId: string }) {
  const t = useTranslations('glass');
  const router = useRouter();
  const command = useCommand(api.threads.endGlass.mutate);
  return (
    <Button
      size="small"
      disabled={command.pending}
      onClick={async () => {
        if (await command.run({ glassId })) router.refresh();
      }}
    >
      {t('end')}
    </Button>
  );
}
