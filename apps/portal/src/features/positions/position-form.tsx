'use client';

import { needsWords, type Stance, stances } from '@concord/api/features/positions/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Marking, MarkingInput } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { MarkingField } from './marking-field.tsx';
import type { Forming } from './types.ts';

/** Says what the nation says of the newest version, or prepares it for somebody else to release. */
export function PositionForm({ forming, marking }: { forming: Forming; marking: Marking }) {
  const t = useTranslations('positions');
  const router = useRouter();
  const take = useCommand(api.positions.take.mutate);
  const [stance, setStance] = useState<Stance | null>(forming.before?.stance ?? null);
  const [chosen, setChosen] = useState<MarkingInput | null>(null);
  const mustPrepare = !forming.may.take || forming.fourEyes;
  const [prepareOnly, setPrepareOnly] = useState(mustPrepare);
  return (
    <CommandForm
      command={take}
      submit={prepareOnly ? t('form.prepare') : t('form.take')}
      input={(form) => ({
        textId: forming.text.id,
        versionId: forming.versionId,
        stance: stance ?? ('' as Stance),
        words: String(form.get('words') ?? ''),
        instructed: form.get('instructed') !== null,
        prepareOnly,
        ...(chosen && { marking: chosen }),
      })}
      onDone={({ state }) => {
        toast(t(`done.${state}`));
        router.push(paths.text(forming.text.id));
      }}
    >
      <RadioGroup
        name="stance"
        legend={t('form.stance', { number: forming.version })}
        value={stance}
        onChange={setStance}
        error={take.errorOf('stance')}
        options={stances.map((one) => ({
          value: one,
          label: t(`stances.${one}`),
          description: t(`stanceNotes.${one}`),
        }))}
      />
      <Field
        name="words"
        label={t('form.words')}
        description={t('form.wordsHelp')}
        error={take.errorOf('words')}
        optional={stance === null || !needsWords(stance)}
      >
        <TextArea name="words" maxLength={8000} defaultValue={forming.before?.words ?? ''} />
      </Field>
      <Checkbox name="instructed" defaultChecked={forming.before?.instructed ?? false}>
        {t('form.instructed')}
      </Checkbox>
      <MarkingField
        marking={marking}
        choices={forming}
        chosen={chosen}
        onChange={setChosen}
        error={take.errorOf('marking')}
      />
      {mustPrepare ? (
        <p className="max-w-form text-sm text-ink-2">
          {forming.may.take ? t('form.fourEyes') : t('form.noPower')}
        </p>
      ) : (
        <Checkbox checked={prepareOnly} onChange={(event) => setPrepareOnly(event.target.checked)}>
          {t('form.prepareOnly')}
          <span className="block text-sm text-ink-2">{t('form.prepareOnlyNote')}</span>
        </Checkbox>
      )}
    </CommandForm>
  );
}
