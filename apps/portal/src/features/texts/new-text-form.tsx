'use client';

import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { AllyMarking } from '#features/consult/ally-marking.tsx';
import { AudienceLine } from '#features/consult/audience-line.tsx';
import type { MarkingInput } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';

type Body = inferRouterOutputs<AppRouter>['bodies']['byCode'];

type Props = {
  body: Body;
  /** Set where it is made of an action of a lesson: which, what is to be done, and the page to go back to. */
  follows?: { actionId: string; what: string; back: string };
};

/** Lays a text before a body: title, how it is cited, marking, and a thread beside it. */
export function NewTextForm({ body, follows }: Props) {
  const t = useTranslations('texts.new');
  const router = useRouter();
  const lay = async (input: Parameters<typeof api.texts.create.mutate>[0]) =>
    follows
      ? api.lessons.becomeText.mutate({ ...input, actionId: follows.actionId }).then(() => follows.back)
      : api.texts.create.mutate(input).then(({ textId }) => paths.text(textId));
  const create = useCommand(lay);
  const [marking, setMarking] = useState<MarkingInput>({
    level: body.levels.at(-1)?.rank ?? 0,
    releasableTo: ['ALLIES'],
  });
  return (
    <CommandForm
      command={create}
      submit={t('submit')}
      input={(form) => ({
        bodyCode: body.code,
        title: String(form.get('title') ?? ''),
        reference: String(form.get('reference') ?? ''),
        marking,
        withThread: form.get('withThread') !== null,
      })}
      onDone={(path) => router.push(path)}
    >
      <Field name="title" label={t('name')} description={t('nameHelp')} error={create.errorOf('title')}>
        <TextField
          name="title"
          maxLength={200}
          autoComplete="off"
          defaultValue={follows?.what.split('\n')[0]?.slice(0, 200)}
        />
      </Field>
      <Field
        name="reference"
        label={t('reference')}
        description={t('referenceHelp')}
        error={create.errorOf('reference')}
        optional
      >
        <TextField name="reference" maxLength={60} autoComplete="off" />
      </Field>
      <AllyMarking choices={body} value={marking} onChange={setMarking} />
      <Checkbox name="withThread" defaultChecked>
        {t('withThread')}
        <span className="block text-sm text-ink-2">{t('withThreadNote')}</span>
      </Checkbox>
      <p className="border-t border-line pt-3 text-sm">
        <AudienceLine bodyCode={body.code} marking={marking} />
      </p>
    </CommandForm>
  );
}
