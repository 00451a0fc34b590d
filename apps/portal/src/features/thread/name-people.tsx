'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, FieldError } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { type Chosen, PeopleChoice } from '#features/consult/people-choice.tsx';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';

type Props = { threadId: string; bodyCode: string; zone: string };

/** Names more people in a thread, until a day or for good. */
export function NamePeople({ threadId, bodyCode, zone }: Props) {
  const t = useTranslations('thread.about');
  const router = useRouter();
  const name = useCommand(api.threads.name.mutate);
  const [open, setOpen] = useState(false);
  const [people, setPeople] = useState<Chosen[]>([]);
  const problem = name.errorOf('personIds');

  function close() {
    setOpen(false);
    setPeople([]);
    name.reset();
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('name')}</Button>
      <Dialog open={open} onClose={close} title={t('name')}>
        <CommandForm
          command={name}
          submit={t('nameSubmit')}
          input={(form) => ({
            threadId,
            personIds: people.map((person) => person.id),
            mayWrite: form.has('mayWrite'),
            until: form.get('until') ? dayEdge(String(form.get('until')), zone, 'end') : null,
          })}
          onDone={() => {
            close();
            toast(t('nameDone'));
            router.refresh();
          }}
        >
          <p className="text-ink-2">{t('nameBody')}</p>
          {problem ? <FieldError>{problem}</FieldError> : null}
          <PeopleChoice bodyCode={bodyCode} chosen={people} onChange={setPeople} />
          <Field name="until" label={t('untilDay')} error={name.errorOf('until')} optional>
            <TextField type="date" name="until" />
          </Field>
          <Checkbox name="mayWrite" defaultChecked>
            {t('mayWrite')}
          </Checkbox>
        </CommandForm>
      </Dialog>
    </>
  );
}
