'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Link } from '#components/ui/link.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { filtersPath } from './filters.ts';
import { ShelfOptions } from './shelf-options.tsx';
import type { Shelf } from './types.ts';

/** The tree of categories: made, renamed, moved, and taken away when empty. */
export function CategoriesEditor({ shelves }: { shelves: readonly Shelf[] }) {
  const t = useTranslations('bank.categories');
  const router = useRouter();
  const [editing, setEditing] = useState<Shelf | null>(null);
  const make = useCommand(api.bank.makeCategory.mutate);
  return (
    <div className="flex flex-col gap-8">
      <ul className="border-t border-line">
        {shelves.map((shelf) => (
          <li
            key={shelf.id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2"
          >
            <span className="min-w-0 wrap-anywhere">
              <span aria-hidden="true" className="text-ink-3">
                {'\u2003'.repeat(shelf.depth)}
                {shelf.depth > 0 ? '└ ' : ''}
              </span>
              <Link
                href={filtersPath({ categoryId: shelf.id, show: 'live' })}
                className="font-semibold hover:text-accent hover:underline"
              >
                {shelf.name}
              </Link>
              <span className="ml-2 text-sm text-ink-2">
                {t('holds', {
                  own: shelf.questions,
                  below: shelf.total - shelf.questions,
                  total: shelf.total,
                })}
              </span>
            </span>
            <Button
              size="small"
              onClick={() => setEditing(shelf)}
              aria-label={t('changeOne', { name: shelf.name })}
            >
              {t('change')}
            </Button>
          </li>
        ))}
      </ul>
      <section aria-labelledby="new-category">
        <h2 id="new-category" className="mb-3">
          {t('new')}
        </h2>
        <CommandForm
          command={make}
          input={(form) => ({
            name: String(form.get('name')),
            parentId: String(form.get('parentId')) || null,
          })}
          submit={t('make')}
          onDone={() => router.refresh()}
        >
          <Field name="name" label={t('name')} error={make.errorOf('name')}>
            <TextField name="name" />
          </Field>
          <Parent shelves={shelves} />
        </CommandForm>
      </section>
      <Dialog open={editing !== null} onClose={() => setEditing(null)} title={editing?.name}>
        {editing ? (
          <ChangeCategory shelf={editing} shelves={shelves} onDone={() => setEditing(null)} />
        ) : null}
      </Dialog>
    </div>
  );
}

function Parent({ shelves, value }: { shelves: readonly Shelf[]; value?: string | null }) {
  const t = useTranslations('bank.categories');
  return (
    <Field name="parentId" label={t('parent')} optional>
      <Select name="parentId" defaultValue={value ?? ''}>
        <option value="">{t('top')}</option>
        <ShelfOptions shelves={shelves} />
      </Select>
    </Field>
  );
}

type ChangeProps = { shelf: Shelf; shelves: readonly Shelf[]; onDone: () => void };

function ChangeCategory({ shelf, shelves, onDone }: ChangeProps) {
  const t = useTranslations('bank.categories');
  const router = useRouter();
  const rename = useCommand(api.bank.renameCategory.mutate);
  const move = useCommand(api.bank.moveCategory.mutate);
  const drop = useCommand(api.bank.dropCategory.mutate);
  const categoryId = shelf.id;
  const elsewhere = shelves.filter(({ id, above }) => id !== shelf.id && !above.includes(shelf.id));
  const done = () => {
    onDone();
    router.refresh();
  };

  return (
    <div className="flex flex-col gap-6">
      <CommandForm
        command={rename}
        input={(form) => ({ categoryId, name: String(form.get('name')) })}
        submit={t('rename')}
        onDone={done}
      >
        <Field name="name" label={t('name')} error={rename.errorOf('name')}>
          <TextField name="name" defaultValue={shelf.name} />
        </Field>
      </CommandForm>
      <CommandForm
        command={move}
        input={(form) => ({ categoryId, parentId: String(form.get('parentId')) || null })}
        submit={t('move')}
        onDone={done}
      >
        <Parent shelves={elsewhere} value={shelf.parentId} />
      </CommandForm>
      <div>
        <ErrorSummary message={drop.message} entries={drop.entries} attempt={drop.attempt} />
        <Button
          look="danger"
          disabled={drop.pending}
          onClick={async () => (await drop.run({ categoryId })) && done()}
        >
          {t('drop')}
        </Button>
      </div>
    </div>
  );
}
