'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field, FieldError, fieldId } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { ChangeRow, mayChoose } from './change-row.tsx';
import type { Laid } from './types.ts';

type Props = { textId: string; fileId: string; laid: Laid };

/** The changes of a file, of which those ticked become one's nation's amendments, with one reason or one for each. */
export function ChooseChanges({ textId, fileId, laid }: Props) {
  const t = useTranslations('word.bring');
  const router = useRouter();
  const command = useCommand(api.word.bringIn.mutate);
  const fresh = laid.proposals.filter(({ state }) => state === 'fresh').map(({ key }) => key);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(fresh));
  const [reasons, setReasons] = useState<'one' | 'each'>('one');
  const keys = laid.proposals.filter((one) => mayChoose(one) && chosen.has(one.key)).map(({ key }) => key);

  function choose(key: string, on: boolean) {
    setChosen((before) => new Set(on ? [...before, key] : [...before].filter((one) => one !== key)));
  }

  return (
    <CommandForm
      command={command}
      submit={t('submit', { count: keys.length })}
      input={(form) => ({
        textId,
        fileId,
        base: laid.base,
        chosen: keys.map((key) => ({
          key,
          reason: String(form.get(reasons === 'one' ? 'reason' : `reason-${key}`) ?? ''),
        })),
      })}
      onDone={({ amendmentIds }) => {
        toast(t('done', { count: amendmentIds.length }));
        router.push(paths.text(textId, { view: 'amendments' }));
      }}
    >
      <fieldset id={fieldId('chosen')} tabIndex={-1}>
        <legend className="sr-only">{t('which')}</legend>
        {command.errorOf('chosen') ? <FieldError>{command.errorOf('chosen')}</FieldError> : null}
        <ul className="border-b border-line">
          {laid.proposals.map((proposal) => (
            <ChangeRow
              key={proposal.key}
              proposal={proposal}
              since={laid.takenOut?.version ?? laid.base}
              chosen={keys.includes(proposal.key)}
              onChoose={(on) => choose(proposal.key, on)}
            >
              {reasons === 'each' && keys.includes(proposal.key) ? (
                <Reason
                  name={`chosen.${keys.indexOf(proposal.key)}.reason`}
                  field={`reason-${proposal.key}`}
                  label={t('reason')}
                  error={command.errorOf(`chosen.${keys.indexOf(proposal.key)}.reason`)}
                />
              ) : null}
            </ChangeRow>
          ))}
        </ul>
      </fieldset>
      <RadioGroup
        name="reasons"
        legend={t('reasons')}
        value={reasons}
        onChange={setReasons}
        options={[
          { value: 'one', label: t('oneReason') },
          { value: 'each', label: t('eachReason') },
        ]}
      />
      {reasons === 'one' ? (
        <Reason
          name="chosen.0.reason"
          field="reason"
          label={t('reason')}
          error={command.errorOf('chosen.0.reason')}
        />
      ) : null}
    </CommandForm>
  );
}

type ReasonProps = { name: string; field: string; label: string; error: string | null };

/** Kept as typed where the way of giving reasons changes back and forth: the browser holds it, not the page. */
function Reason({ name, field, label, error }: ReasonProps) {
  return (
    <Field name={name} label={label} error={error} className="mt-2">
      <TextArea name={field} rows={2} maxLength={4_000} />
    </Field>
  );
}
