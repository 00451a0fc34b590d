'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from '#components/ui/toast.ts';
import { forgetDoors } from '#features/check-in/door-store.ts';

/** Ends the session on this device. */
export function SignOutButton() {
  const t = useTranslations('shell.personMenu');
  const [pending, setPending] = useState(false);

  async function signOut() {
    setPending(true);
    try {
      await endSession();
      await forgetDoors().catch(() => undefined);
      location.assign('/signed-out');
    } catch {
      setPending(false);
      toast(t('failed'));
    }
  }

  return (
    <button
      type="button"
      disabled={pending}
      onClick={signOut}
      className="rounded-md border border-line-strong px-3 py-1.5 font-semibold hover:bg-wash disabled:opacity-60"
    >
      {t('signOut')}
    </button>
  );
}

/** next-auth's own way out: a form post that carries its token against forgery. */
async function endSession(): Promise<void> {
  const token: { csrfToken: string } = await (await fetch('/api/auth/csrf')).json();
  const answer = await fetch('/api/auth/signout', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: token.csrfToken, json: 'true' }),
  });
  if (!answer.ok) throw new Error(`sign-out answered ${answer.status}`);
}
