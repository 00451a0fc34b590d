'use client';

import { outcomes } from '@concord/api/features/meetings/rules';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { formatDate } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';
import type { Choices, Item } from './types.ts';

type Outcome = (typeof outcomes)[number];
type Props = { meetingId: string; zone: string; item: Item; onDone: () => void };

const natural = { note: 'noted', discuss: 'discussed', agree: 'agreed' } as const;

/** Writes down what came of an item, in a word and a note; a deferred one may go to a later meeting. */
export function OutcomeForm({ meetingId, zone, item, onDone }: Props) {
  const t = useTranslations('meetings.outcome');
  const locale = useLocale();
  const router = useRouter();
  const command = useCommand(api.meetings.setOutcome.mutate);
  const [outcome, setOutcome] = useState<Outcome>(item.outcome?.outcome ?? natural[item.wanted]);
  const [later, setLater] = useState<Choices['later'] | null>(null);
  useEffect(() => {
    api.meetings.choices
      .query({ meetingId })
      .then((choices) => setLater(choices.later))
      .catch(() => setLater([]));
  }, [meetingId]);
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      input={(form) => ({
        ...{ itemId: item.id, outcome, note: String(form.get('note') ?? '').trim() },
        deferredTo: outcome === 'deferred' ? String(form.get('deferredTo') ?? '') || null : null,
      })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <Field name="outcome" label={t('what')} error={command.errorOf('outcome')}>
        <Select
          name="outcome"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value as Outcome)}
        >
          {outcomes.map((one) => (
            <option key={one} value={one}>
              {t(`is.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {outcome === 'deferred' ? (
        <Field
          name="deferredTo"
          label={t('deferredTo')}
          description={t('deferredHelp')}
          error={command.errorOf('deferredTo')}
          optional
        >
          <Select name="deferredTo" defaultValue={item.outcome?.to?.id ?? ''} disabled={later === null}>
            <option value="">{t('notSet')}</option>
            {later?.map(({ id, title, startsAt }) => (
              <option key={id} value={id}>
                {`${title} · ${formatDate(startsAt, { zone, locale, style: 'medium' })}`}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Field
        name="note"
        label={t('note')}
        description={t('noteHelp')}
        error={command.errorOf('note')}
        optional
      >
        <TextArea name="note" rows={4} defaultValue={item.outcome?.note} maxLength={4000} />
      </Field>
    </CommandForm>
  );
}
