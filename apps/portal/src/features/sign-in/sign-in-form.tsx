'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Link } from '#components/ui/link.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { CodeField } from './code-field.tsx';
import { firstStop } from './first-stop.ts';
import { useEntry } from './use-entry.ts';

type Typed = { email: string; password: string };

/** E-mail and password, and then the code for who has a second factor. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const entry = useEntry();
  const [proven, setProven] = useState<Typed | null>(null);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? '');
    const typed = proven ?? { email: read('email'), password: read('password') };
    const result = await entry.run('password', proven ? { ...typed, code: read('code') } : typed);
    if (result.ok) location.assign(await firstStop(next));
    else if (result.key === 'signIn.codeNeeded' && !proven) setProven(typed);
    else entry.refuse(result.key);
  }

  return (
    <form method="post" onSubmit={onSubmit} noValidate aria-busy={entry.pending}>
      <ErrorSummary message={entry.message} attempt={entry.attempt} />
      <div className="flex flex-col gap-5">{proven ? <CodeField /> : <PasswordFields />}</div>
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" disabled={entry.pending}>
          {t(proven ? 'sendCode' : 'submit')}
        </Button>
        {proven ? (
          <Button look="quiet" onClick={() => setProven(null)}>
            {t('startAgain')}
          </Button>
        ) : (
          <Link href="/reset" className="font-semibold text-accent hover:underline">
            {t('forgotten')}
          </Link>
        )}
      </div>
    </form>
  );
}

function PasswordFields() {
  const t = useTranslations('signIn');
  return (
    <>
      <Field name="email" label={t('email')}>
        <TextField name="email" type="email" autoComplete="username" required />
      </Field>
      <Field name="password" label={t('password')}>
        <TextField name="password" type="password" autoComplete="current-password" required />
      </Field>
    </>
  );
}
