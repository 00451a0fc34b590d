'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { EndFields, endOf } from './end-fields.tsx';
import { PaceChoice } from './pace-choice.tsx';
import type { Proposal } from './types.ts';

type Props = { textId: string; proposal: Proposal; chair: boolean };

/** Announces silence over the newest version, or opens it: until when, how quickly, and whom it cannot reach here. */
export function BeginForm({ textId, proposal, chair }: Props) {
  const t = useTranslations('silence.beginForm');
  const router = useRouter();
  const open = useCommand(api.silence.open.mutate);
  const announce = useCommand(api.silence.announce.mutate);
  const [last, setLast] = useState<'open' | 'announce'>('open');
  const command = last === 'open' ? open : announce;
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const act =
      submitter instanceof HTMLButtonElement && submitter.value === 'announce' ? 'announce' : 'open';
    setLast(act);
    const input = inputOf(new FormData(event.currentTarget), textId, proposal);
    const done = await (act === 'open' ? open : announce).run(input);
    if (!done) return;
    toast(t(`done.${act}`));
    router.push(paths.text(textId));
  }
  const fresh = !proposal.announced && !proposal.confirms;
  return (
    <form onSubmit={submit} noValidate aria-busy={command.pending}>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <div className="flex flex-col gap-6">
        <Pace textId={textId} proposal={proposal} errorOf={command.errorOf} />
        {fresh ? <Gaps proposal={proposal} /> : null}
        <NotReached proposal={proposal} error={command.errorOf('servedOtherwise.how')} />
        {chair ? null : (
          <Field
            name="instruction"
            label={t('instruction')}
            description={t('instructionNote')}
            error={command.errorOf('instruction')}
          >
            <TextArea name="instruction" rows={2} maxLength={1000} />
          </Field>
        )}
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-3 border-t border-line pt-4">
        {chair ? (
          <Button type="submit" value="open" disabled={command.pending}>
            {t('open', { nations: proposal.bound })}
          </Button>
        ) : null}
        {fresh ? (
          <Button type="submit" value="announce" disabled={command.pending}>
            {t('announce')}
          </Button>
        ) : null}
        <p className="max-w-measure basis-full text-sm text-ink-2">{t(fresh ? 'after' : 'afterOpen')}</p>
      </div>
    </form>
  );
}

function inputOf(form: FormData, textId: string, { version, announced }: Proposal) {
  const pace = form.get('pace');
  return {
    textId,
    versionId: version.id,
    pace: announced?.pace ?? (pace === 'urgent' || pace === 'crisis' ? pace : ('normal' as const)),
    until: endOf(form),
    reason: String(form.get('reason') ?? ''),
    instruction: String(form.get('instruction') ?? ''),
    placeholders: form.getAll('placeholder').map(String),
    servedOtherwise: { partyIds: form.getAll('served').map(String), how: String(form.get('how') ?? '') },
  };
}

type PaceProps = Omit<Props, 'chair'> & { errorOf: (path: string) => string | null };

/** How quickly, until when, and why it cannot wait. What was announced keeps its pace. */
function Pace({ textId, proposal, errorOf }: PaceProps) {
  const t = useTranslations('silence.beginForm');
  const { announced, confirms, paces } = proposal;
  const [pace, setPace] = useState(announced?.pace ?? (confirms ? 'urgent' : 'normal'));
  const chosen = paces.find((one) => one.pace === pace) ?? paces[0];
  if (!chosen) return null;
  return (
    <>
      {announced || confirms ? null : <PaceChoice paces={paces} value={pace} onChange={setPace} />}
      {pace === 'normal' || confirms ? null : (
        <Field name="reason" label={t('reason')} description={t('reasonNote')} error={errorOf('reason')}>
          <TextArea name="reason" rows={2} maxLength={1000} />
        </Field>
      )}
      <EndFields
        key={pace}
        textId={textId}
        proposed={announced?.until ?? chosen.until}
        error={errorOf('until')}
      />
    </>
  );
}

/** Gaps in brackets that the chair lets stand, each by name. */
function Gaps({ proposal }: { proposal: Proposal }) {
  const t = useTranslations('silence.beginForm');
  if (proposal.gaps.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('gaps')}</legend>
      <p className="mb-1.5 max-w-measure text-sm text-ink-2">{t('gapsNote')}</p>
      {proposal.gaps.map(({ id, paragraph, words }) => (
        <Checkbox key={id} name="placeholder" value={id}>
          {t('gap', { paragraph, words })}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** Nations that silence would bind and of which nobody could break it: named, and served by another channel or not at all. */
function NotReached({ proposal, error }: { proposal: Proposal; error: string | null }) {
  const t = useTranslations('silence.beginForm');
  const { notReached } = proposal;
  if (notReached.length === 0) return null;
  return (
    <fieldset className="border-l-3 border-warn pl-3">
      <legend className="float-left mb-1 w-full font-semibold">
        {t('notReached', { count: notReached.length })}
      </legend>
      <p className="mb-1.5 max-w-measure text-sm text-ink-2">{t('notReachedNote')}</p>
      {notReached.map(({ id, name }) => (
        <Checkbox key={id} name="served" value={id}>
          {t('served', { nation: name })}
        </Checkbox>
      ))}
      <Field name="servedOtherwise.how" label={t('how')} error={error} optional className="mt-2">
        <TextField name="how" maxLength={500} />
      </Field>
    </fieldset>
  );
}
