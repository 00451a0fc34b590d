'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/field.tsx';
import type { ActivityKind } from './types.ts';

type Props = {
  label: string;
  kinds?: readonly ActivityKind[];
  onAdd: (title: string, kind: ActivityKind | undefined) => Promise<unknown>;
};

/** One line to add a part: of which kind, its title, and the button. */
export function AddPart({ label, kinds, onAdd }: Props) {
  const t = useTranslations('authoring');
  const id = useId();
  const [title, setTitle] = useState('');
  const [pending, setPending] = useState(false);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending || title.trim() === '') return;
    const kind = kinds?.find((one) => one === new FormData(event.currentTarget).get('kind'));
    setPending(true);
    const added = await onAdd(title.trim(), kind);
    setPending(false);
    if (added !== undefined) setTitle('');
  }

  return (
    <form onSubmit={add} className="flex flex-wrap items-end gap-2">
      {kinds ? (
        <label className="text-sm">
          <span className="sr-only">{t('outline.kind')}</span>
          <select name="kind" className={controlLook}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label htmlFor={id} className="min-w-40 flex-1 text-sm">
        <span className="sr-only">{t('outline.newTitle')}</span>
        <input
          id={id}
          type="text"
          value={title}
          maxLength={300}
          placeholder={t('outline.newTitle')}
          onChange={({ target }) => setTitle(target.value)}
          className={controlLook}
        />
      </label>
      <Button type="submit" disabled={pending}>
        {label}
      </Button>
    </form>
  );
}
