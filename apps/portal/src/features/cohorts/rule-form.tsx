'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { toast } from '#components/ui/toast.ts';
import { inLocale } from '#features/people/in-locale.ts';
import type { Party } from '#features/people/types.ts';
import { type RoleKey, roleScopes } from '#features/person/roles.ts';
import { api } from '#trpc/client.ts';
import { RulePeople } from './rule-people.tsx';
import type { CohortRules, RulePreview } from './types.ts';

type Props = { cohortId: string; work: CohortRules['work']; parties: readonly Party[] };
type Wanted = { cohortId: string; workRoleId: string | null; role: RoleKey | null; partyId: string | null };

/** Says who joins; shows by name whom that covers now and what comes of it, and only then is it saved. */
export function RuleForm({ cohortId, work, parties }: Props) {
  const t = useTranslations('cohorts.joining');
  const router = useRouter();
  const [asked, setAsked] = useState<Wanted | null>(null);
  const [shown, setShown] = useState<RulePreview | null>(null);
  const look = useCommand(({ commandId: _, ...wanted }: Wanted & { commandId: string }) =>
    api.cohorts.previewRule.query(wanted),
  );
  const command = useCommand(api.cohorts.addRule.mutate);

  function change() {
    setAsked(null);
    setShown(null);
    look.reset();
    command.reset();
  }

  async function preview(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [kind, key = ''] = String(form.get('who')).split(' ');
    const wanted = {
      cohortId,
      workRoleId: kind === 'work' ? key : null,
      role: kind === 'role' ? (key as RoleKey) : null,
      partyId: String(form.get('party')) || null,
    };
    setAsked(wanted);
    setShown((await look.run(wanted)) ?? null);
  }

  async function save() {
    const done = asked && (await command.run(asked));
    if (!done) return;
    toast(t('saved', { count: done.given }));
    change();
    router.refresh();
  }

  return (
    <div>
      <ErrorSummary
        message={command.message ?? look.message}
        entries={[...command.entries, ...look.entries]}
        attempt={command.attempt + look.attempt}
      />
      <form onSubmit={preview} onChange={change} className="flex flex-wrap items-end gap-4">
        <WhoField work={work} />
        <PartyField parties={parties} />
        <Button type="submit" disabled={look.pending}>
          {t('preview')}
        </Button>
      </form>
      {shown ? (
        <div className="mt-5" aria-live="polite">
          <RulePeople people={shown.people} />
          <Button look="primary" className="mt-4" disabled={command.pending} onClick={save}>
            {t('save')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function WhoField({ work }: { work: Props['work'] }) {
  const t = useTranslations('cohorts.joining');
  const roleNames = useTranslations('shell.roles');
  const locale = useLocale();
  return (
    <Field name="who" label={t('who')} className="min-w-64 flex-1">
      <Select name="who">
        {work.length > 0 ? (
          <optgroup label={t('byWork')}>
            {work.map((one) => (
              <option key={one.id} value={`work ${one.id}`}>
                {inLocale(locale, one)}
              </option>
            ))}
          </optgroup>
        ) : null}
        <optgroup label={t('byRole')}>
          {(Object.keys(roleScopes) as RoleKey[]).map((role) => (
            <option key={role} value={`role ${role}`}>
              {roleNames(role)}
            </option>
          ))}
        </optgroup>
      </Select>
    </Field>
  );
}

function PartyField({ parties }: { parties: readonly Party[] }) {
  const t = useTranslations('cohorts.joining');
  const locale = useLocale();
  return (
    <Field name="party" label={t('party')} className="min-w-52">
      <Select name="party">
        <option value="">{t('everyParty')}</option>
        {parties.map((party) => (
          <option key={party.id} value={party.id}>
            {inLocale(locale, party)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
