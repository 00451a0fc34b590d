'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Follows a path, or follows it no more. */
export function Follow({ pathId, own }: { pathId: string; own: boolean }) {
  const t = useTranslations('learningPaths');
  const router = useRouter();
  const follow = useCommand(api.paths.follow.mutate);
  const leave = useCommand(api.paths.leave.mutate);
  const command = own ? leave : follow;
  async function act() {
    if (await command.run({ pathId })) router.refresh();
  }
  return (
    <Button look={own ? undefined : 'primary'} disabled={command.pending} onClick={act}>
      {command.message ?? (own ? t('leave') : t('follow'))}
    </Button>
  );
}

type Candidate = Awaited<ReturnType<typeof api.paths.candidates.query>>[number];

/** Looks for people one speaks for and puts those who are ticked on the path. */
export function PutOnPath({ pathId }: { pathId: string }) {
  const t = useTranslations('learningPaths.put');
  const router = useRouter();
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const command = useCommand(api.paths.put.mutate);
  async function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = String(new FormData(event.currentTarget).get('query') ?? '').slice(0, 200);
    setFound(await api.paths.candidates.query({ pathId, query }).catch(() => []));
  }
  async function put(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const personIds = new FormData(event.currentTarget).getAll('person').map(String);
    const done = await command.run({ pathId, personIds });
    if (!done) return;
    toast(t('done', { count: done.put }));
    setFound(null);
    router.refresh();
  }
  return (
    <div className="no-print mt-4">
      <form onSubmit={search} className="mb-3 flex flex-wrap items-end gap-3">
        <Field name="query" label={t('name')} className="min-w-52 flex-1">
          <TextField type="search" name="query" aria-required={false} />
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
      {found === null ? null : found.length === 0 ? (
        <p className="text-ink-2">{t('nobody')}</p>
      ) : (
        <form onSubmit={put}>
          <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
          <div id="field-personIds" className="mb-3 grid gap-x-6 border-y border-line py-2 md:grid-cols-2">
            {found.map((person) => (
              <Checkbox key={person.id} name="person" value={person.id}>
                {person.name}, {person.party}
              </Checkbox>
            ))}
          </div>
          <Button type="submit" disabled={command.pending}>
            {t('submit')}
          </Button>
        </form>
      )}
    </div>
  );
}
