'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { makeSecret } from '#commands/secret.ts';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Makes the calendar's address, shows it once, and ends it. */
export function CalendarAddress({ has }: { has: boolean }) {
  const t = useTranslations('account.calendar');
  const router = useRouter();
  const open = useCommand(api.calendar.open.mutate);
  const close = useCommand(api.calendar.close.mutate);
  const [address, setAddress] = useState<string | null>(null);
  const [asking, setAsking] = useState<'replace' | 'revoke' | null>(null);

  async function make() {
    const secret = makeSecret();
    const done = await open.run({ secret });
    setAsking(null);
    if (!done) return toast(t('failed'));
    setAddress(`${window.location.origin}/api/calendar/${secret}.ics`);
    router.refresh();
  }

  async function revoke() {
    const done = await close.run({});
    setAsking(null);
    setAddress(null);
    toast(t(done ? 'revoked' : 'failed'));
    router.refresh();
  }

  return (
    <>
      {address ? <Shown address={address} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button disabled={open.pending} onClick={has ? () => setAsking('replace') : make}>
          {t(has ? 'replace' : 'make')}
        </Button>
        {has ? (
          <Button look="danger" onClick={() => setAsking('revoke')}>
            {t('revoke')}
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        open={asking !== null}
        danger={asking === 'revoke'}
        title={t(asking === 'revoke' ? 'revoke' : 'replace')}
        confirm={t(asking === 'revoke' ? 'revoke' : 'replace')}
        pending={open.pending || close.pending}
        onConfirm={asking === 'revoke' ? revoke : make}
        onClose={() => setAsking(null)}
      >
        {t('ends')}
      </ConfirmDialog>
    </>
  );
}

function Shown({ address }: { address: string }) {
  const t = useTranslations('account.calendar');

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      toast(t('copied'));
    } catch {
      toast(t('copyByHand'));
    }
  }

  return (
    <div className="mb-4 flex flex-wrap items-end gap-2">
      <Field name="calendar-address" label={t('address')} description={t('once')} className="min-w-0 flex-1">
        <TextField
          name="calendar-address"
          readOnly
          value={address}
          onFocus={({ target }) => target.select()}
        />
      </Field>
      <Button onClick={copy}>{t('copy')}</Button>
    </div>
  );
}
