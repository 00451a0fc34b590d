'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Select } from '#components/ui/select.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

const choices = ['normal', 'following', 'muted'] as const;
type Following = (typeof choices)[number];

/** How much of a thread the person wants to hear of. */
export function FollowSelect({ threadId, following }: { threadId: string; following: Following }) {
  const t = useTranslations('thread');
  const router = useRouter();
  const follow = useCommand(api.threads.follow.mutate);
  return (
    <Select
      aria-label={t('attention')}
      defaultValue={following}
      className="max-w-64 text-sm"
      onChange={async (event) => {
        const chosen = choices.find((one) => one === event.target.value) ?? 'normal';
        if (!(await follow.run({ threadId, following: chosen }))) return;
        toast(t('saved'));
        router.refresh();
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {t(`attention_${choice}`)}
        </option>
      ))}
    </Select>
  );
}
