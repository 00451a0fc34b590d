'use client';

import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { AllyMarking } from './ally-marking.tsx';
import { AudienceLine } from './audience-line.tsx';
import { type Chosen, PeopleChoice } from './people-choice.tsx';
import type { MarkingInput } from './types.ts';

type Body = inferRouterOutputs<AppRouter>['bodies']['byCode'];

/** Starts a thread: what it is about, its marking, and who needs to know. */
export function NewThreadForm({ body }: { body: Body }) {
  const t = useTranslations('consult.new');
  const router = useRouter();
  const start = useCommand(api.threads.start.mutate);
  const [who, setWho] = useState<'body' | 'named'>('body');
  const [people, setPeople] = useState<Chosen[]>([]);
  const [marking, setMarking] = useState<MarkingInput>({
    level: body.levels.at(-1)?.rank ?? 0,
    releasableTo: ['ALLIES'],
  });
  const personIds = people.map((person) => person.id);
  return (
    <CommandForm
      command={start}
      submit={t('submit')}
      input={(form) => ({
        bodyCode: body.code,
        title: String(form.get('title') ?? ''),
        marking,
        needToKnow: who === 'body' ? { kind: who } : { kind: who, personIds },
      })}
      onDone={({ threadId }) => router.push(paths.thread(threadId))}
    >
      <Field name="title" label={t('name')} description={t('nameHelp')} error={start.errorOf('title')}>
        <TextField name="title" maxLength={200} autoComplete="off" />
      </Field>
      <AllyMarking choices={body} value={marking} onChange={setMarking} />
      <RadioGroup
        name="needToKnow"
        legend={t('who')}
        value={who}
        onChange={setWho}
        options={[
          { value: 'body', label: t('body', { body: body.name }), description: t('bodyNote') },
          { value: 'named', label: t('people'), description: t('peopleNote') },
        ]}
      />
      {who === 'named' ? <PeopleChoice bodyCode={body.code} chosen={people} onChange={setPeople} /> : null}
      <p className="border-t border-line pt-3 text-sm">
        <AudienceLine bodyCode={body.code} marking={marking} {...(who === 'named' && { personIds })} />
      </p>
    </CommandForm>
  );
}
