'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { MarkingInput } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';
import { AmendmentMarking } from './amendment-marking.tsx';
import { AmendmentPreview } from './amendment-preview.tsx';
import type { Compilation } from './types.ts';

type Props = {
  textId: string;
  bodyCode: string;
  /** The paragraph it is about; none: the beginning of the text. */
  paragraphId: string;
  number: string;
  /** Whether it stands first: then words may also be put before it. */
  first: boolean;
  onClose: () => void;
  onDone: () => void;
};

/** Proposes a change to a paragraph for one's nation; the words are fetched as they stand now. */
export function Propose(props: Props) {
  const t = useTranslations('texts.propose');
  const { textId, paragraphId } = props;
  const [now, setNow] = useState<Compilation | 'failed' | null>(null);
  useEffect(() => {
    api.texts.amendments
      .query({ textId, paragraphId })
      .then(setNow)
      .catch(() => setNow('failed'));
  }, [textId, paragraphId]);
  const target = now && now !== 'failed' ? now.targets.find((one) => one.id === paragraphId) : undefined;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.number ? t('title', { number: props.number }) : t('titleHeading')}
    >
      {now === null ? <p className="text-ink-2">{t('loading')}</p> : null}
      {now === 'failed' || (now !== null && !target) ? <p className="text-bad">{t('gone')}</p> : null}
      {now && now !== 'failed' && target ? (
        <ProposeForm {...props} base={now.base} before={target.words} />
      ) : null}
    </Dialog>
  );
}

type Kind = 'replace' | 'insert' | 'before' | 'delete';

/** What is proposed, as the API takes it: a paragraph before the first comes after the text's beginning. */
const asked = (kind: Kind, paragraphId: string) =>
  kind === 'before' ? { kind: 'insert' as const, paragraphId: null } : { kind, paragraphId };

function kinds(first: boolean): readonly Kind[] {
  return first ? ['replace', 'before', 'insert', 'delete'] : ['replace', 'insert', 'delete'];
}

function ProposeForm(props: Props & { base: number; before: string }) {
  const { textId, bodyCode, paragraphId, base, before, onClose, onDone } = props;
  const t = useTranslations('texts.propose');
  const c = useTranslations('common');
  const router = useRouter();
  const table = useCommand(api.texts.table.mutate);
  const [kind, setKind] = useState<Kind>('replace');
  const [words, setWords] = useState({ replace: before, insert: '', before: '' });
  const [marking, setMarking] = useState<MarkingInput | null>(null);
  const typed = kind === 'delete' ? '' : words[kind];
  return (
    <CommandForm
      command={table}
      submit={t('submit')}
      input={(form) => ({
        textId,
        base,
        ...asked(kind, paragraphId),
        words: typed,
        reason: String(form.get('reason') ?? ''),
        ...(marking && { marking }),
      })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
      actions={<Button onClick={onClose}>{c('cancel')}</Button>}
    >
      <RadioGroup
        name="kind"
        legend={t('what')}
        value={kind}
        onChange={setKind}
        options={kinds(props.first).map((value) => ({
          value,
          label: t(`kinds.${value}`),
        }))}
      />
      {kind === 'delete' ? null : (
        <Field name="words" label={t(`words.${kind}`)} error={table.errorOf('words')}>
          <TextArea
            rows={4}
            maxLength={20_000}
            value={typed}
            onChange={(event) => setWords({ ...words, [kind]: event.target.value })}
          />
        </Field>
      )}
      <AmendmentPreview kind={asked(kind, paragraphId).kind} before={before} words={typed} />
      <Field name="reason" label={t('reason')} error={table.errorOf('reason')}>
        <TextArea name="reason" rows={2} maxLength={4000} className="min-h-16" />
      </Field>
      <AmendmentMarking
        bodyCode={bodyCode}
        value={marking}
        onChange={setMarking}
        error={table.errorOf('marking')}
      />
    </CommandForm>
  );
}
