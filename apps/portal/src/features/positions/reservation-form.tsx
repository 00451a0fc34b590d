'use client';

import {
  kindNeedsWords,
  type ReservationKind,
  reservationKinds,
} from '@concord/api/features/positions/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Marking, MarkingInput } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { type Answer, BreaksSilence } from './breaks-silence.tsx';
import { MarkingField } from './marking-field.tsx';
import { ParagraphChoice } from './paragraph-choice.tsx';
import type { Forming } from './types.ts';

type Props = { forming: Forming; marking: Marking; paragraphId: string | null };

/** Enters a reservation on the newest version: its kind, what it is about, its words, and when it should be lifted. */
export function ReservationForm({ forming, marking, paragraphId }: Props) {
  const t = useTranslations('positions');
  const router = useRouter();
  const reserve = useCommand(api.positions.reserve.mutate);
  const [kind, setKind] = useState<ReservationKind>('scrutiny');
  const [paragraphIds, setParagraphIds] = useState<readonly string[] | null>(
    paragraphId === null ? null : [paragraphId],
  );
  const [breaks, setBreaks] = useState<Answer>(null);
  const [chosen, setChosen] = useState<MarkingInput | null>(null);
  const [noneChosen, setNoneChosen] = useState(false);
  // No paragraph means the whole text to the API: who chose "some" and ticked none must not have said that.
  const run: typeof reserve.run = async (input) => {
    const none = paragraphIds?.length === 0;
    setNoneChosen(none);
    return none ? undefined : reserve.run(input);
  };
  return (
    <CommandForm
      command={{ ...reserve, run }}
      submit={t('form.reserve')}
      input={(form) => ({
        textId: forming.text.id,
        versionId: forming.versionId,
        kind,
        paragraphIds: [...(paragraphIds ?? [])],
        words: String(form.get('words') ?? ''),
        expectedLift: String(form.get('expectedLift') ?? '') || null,
        ...(chosen && { marking: chosen }),
        ...(forming.silenceRuns && breaks !== null && { breaksSilence: breaks === 'yes' }),
      })}
      onDone={() => {
        toast(t('done.reserved'));
        router.push(paths.text(forming.text.id));
      }}
    >
      <RadioGroup
        name="kind"
        legend={t('form.kind')}
        value={kind}
        onChange={setKind}
        error={reserve.errorOf('kind')}
        options={reservationKinds.map((one) => ({
          value: one,
          label: t(`kinds.${one}`),
          description: t(`kindNotes.${one}`),
        }))}
      />
      <ParagraphChoice
        paragraphs={forming.paragraphs}
        chosen={paragraphIds}
        onChange={setParagraphIds}
        error={noneChosen ? t('scope.none') : reserve.errorOf('paragraphIds')}
      />
      <Field
        name="words"
        label={t('form.words')}
        description={t('form.reservationHelp')}
        error={reserve.errorOf('words')}
        optional={!kindNeedsWords(kind)}
      >
        <TextArea name="words" maxLength={8000} />
      </Field>
      <Field
        name="expectedLift"
        label={t('form.expectedLift')}
        description={t('form.expectedLiftHelp')}
        error={reserve.errorOf('expectedLift')}
        optional
      >
        <TextField name="expectedLift" type="date" min={forming.today} className="max-w-48" />
      </Field>
      {forming.silenceRuns ? (
        <BreaksSilence answer={breaks} onChange={setBreaks} textId={forming.text.id} />
      ) : null}
      <MarkingField
        marking={marking}
        choices={forming}
        chosen={chosen}
        onChange={setChosen}
        error={reserve.errorOf('marking')}
      />
    </CommandForm>
  );
}
