'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';

type Props = {
  people: readonly { id: string; name: string }[];
  due: string;
  zone: string;
};
type Sent = Awaited<ReturnType<typeof api.readiness.send.mutate>>;
type Asked = { commandId: string; personIds: string[]; dueAt: string };

/** Sends these people of a party what they lack, of all that concerns them or of one requirement. */
export function SendMissing({
  partyId,
  requirementId,
  ...shown
}: Props & { partyId: string; requirementId?: string }) {
  return (
    <SendCourses
      {...shown}
      send={(asked) => api.readiness.send.mutate({ ...asked, partyId, requirementId })}
    />
  );
}

/** Sends each of these people what they lack: the first press says to how many and until when, the second does it. */
export function SendCourses({ people, due, zone, send }: Props & { send: (asked: Asked) => Promise<Sent> }) {
  const t = useTranslations('readiness.send');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const command = useCommand(send);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  function close() {
    setOpen(false);
    setSent(null);
    router.refresh();
  }
  return (
    <div className="no-print mt-4 flex flex-wrap items-center justify-between gap-4 rounded-md border border-accent-line bg-accent-wash px-4 py-3">
      <p>{t('offer', { count: people.length })}</p>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={close} title={sent ? t('done') : t('title')}>
        {sent ? (
          <ul className="flex flex-col gap-2">
            {sent.lines.map((line) => (
              <li key={`${line.personId} ${line.title}`}>
                <b>{names.get(line.personId)}</b>, {line.title}: {t(`outcomes.${line.outcome}`)}
              </li>
            ))}
          </ul>
        ) : (
          <CommandForm
            command={command}
            submit={t('submit', { count: people.length })}
            input={(form) => ({
              personIds: people.map(({ id }) => id),
              dueAt: dayEdge(String(form.get('due') || '2000-01-01'), zone, 'end'),
            })}
            onDone={setSent}
          >
            <Field name="dueAt" label={t('due')} description={t('hint')} error={command.errorOf('dueAt')}>
              <TextField type="date" name="due" defaultValue={due} />
            </Field>
          </CommandForm>
        )}
      </Dialog>
    </div>
  );
}
