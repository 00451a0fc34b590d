'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { api } from '#trpc/client.ts';
import type { Exercise, Planning } from './types.ts';

const standings = ['participant', 'partner', 'observer'] as const;

/** Who is asked to take part, and who has agreed. */
export function InviteParty({ exercise, planning }: { exercise: Exercise; planning: Planning }) {
  const t = useTranslations('exercise.plan');
  const facts = useTranslations('exercise.facts');
  const router = useRouter();
  const command = useCommand(api.exercises.invite.mutate);
  return (
    <section aria-labelledby="invited">
      <h2 id="invited" className="mb-3">
        {t('invited')}
      </h2>
      {exercise.parties.length === 0 ? <p className="mb-3 text-ink-2">{t('nobodyInvited')}</p> : null}
      <ul className={exercise.parties.length === 0 ? undefined : 'mb-3 border-t border-line'}>
        {exercise.parties.map((party) => (
          <li key={party.partyId} className="flex flex-wrap gap-3 border-b border-line py-2 wrap-anywhere">
            <span className="flex-1">{party.name}</span>
            <span className="text-ink-2">{facts(`standings.${party.standing}`)}</span>
            <Tag tone={party.agreedAt ? 'good' : 'neutral'} marked>
              {facts(party.agreedAt ? 'agreed' : 'invited')}
            </Tag>
          </li>
        ))}
      </ul>
      <CommandForm
        command={command}
        submit={t('invite')}
        input={(form) => ({
          exerciseId: exercise.id,
          partyId: String(form.get('partyId')),
          standing: String(form.get('standing')) as (typeof standings)[number],
        })}
        onDone={() => router.refresh()}
      >
        <div className="grid max-w-form gap-5 md:grid-cols-2">
          <Field name="partyId" label={t('party')} error={command.errorOf('partyId')}>
            <Select name="partyId">
              {planning.parties.map((party) => (
                <option key={party.id} value={party.id}>
                  {party.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="standing" label={t('standing')} error={command.errorOf('standing')}>
            <Select name="standing">
              {standings.map((standing) => (
                <option key={standing} value={standing}>
                  {facts(`standings.${standing}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </CommandForm>
    </section>
  );
}
