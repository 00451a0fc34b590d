'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Marking, MarkingInput } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { MarkingField } from './marking-field.tsx';
import type { Forming } from './types.ts';

const kinds = ['explanation', 'interpretation'] as const;

/** Says something for the record: why the nation takes its position, or how it reads the text. */
export function StatementForm({ forming, marking }: { forming: Forming; marking: Marking }) {
  const t = useTranslations('positions');
  const router = useRouter();
  const state = useCommand(api.positions.state.mutate);
  const [kind, setKind] = useState<(typeof kinds)[number]>('explanation');
  const [chosen, setChosen] = useState<MarkingInput | null>(null);
  return (
    <CommandForm
      command={state}
      submit={t('form.state')}
      input={(form) => ({
        textId: forming.text.id,
        versionId: forming.versionId,
        kind,
        words: String(form.get('words') ?? ''),
        ...(chosen && { marking: chosen }),
      })}
      onDone={() => {
        toast(t('done.stated'));
        router.push(paths.text(forming.text.id, { view: 'positions' }));
      }}
    >
      <RadioGroup
        name="kind"
        legend={t('form.statementKind')}
        value={kind}
        onChange={setKind}
        options={kinds.map((one) => ({
          value: one,
          label: t(`statements.${one}`),
          description: t(`statementNotes.${one}`),
        }))}
      />
      <Field name="words" label={t('form.statementWords')} error={state.errorOf('words')}>
        <TextArea name="words" maxLength={8000} rows={6} />
      </Field>
      <MarkingField
        marking={marking}
        choices={forming}
        chosen={chosen}
        onChange={setChosen}
        error={state.errorOf('marking')}
      />
    </CommandForm>
  );
}
