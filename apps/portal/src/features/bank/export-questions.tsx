'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { api } from '#trpc/client.ts';
import { ShelfOptions } from './shelf-options.tsx';
import type { Shelf } from './types.ts';

/** Questions of a category, or all of them, as a file to keep. */
export function ExportQuestions({ shelves }: { shelves: readonly Shelf[] }) {
  const t = useTranslations('bank.import');
  const errors = useTranslations('errors');
  const [pending, setPending] = useState(false);
  const [failures, setFailures] = useState(0);

  async function download(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    const file = await api.bank.export
      .query({
        categoryId: String(form.get('from')) || null,
        format: form.get('format') === 'json' ? 'json' : 'gift',
      })
      .catch(() => null);
    setPending(false);
    if (file) keep(file);
    else setFailures((before) => before + 1);
  }

  return (
    <section aria-labelledby="export">
      <h2 id="export" className="mb-1">
        {t('exportTitle')}
      </h2>
      <p className="mb-4 max-w-measure text-ink-2">{t('exportLead')}</p>
      <form onSubmit={download} className="flex flex-col gap-5">
        <ErrorSummary message={failures > 0 ? errors('unknown') : null} attempt={failures} />
        <Field name="from" label={t('from')} optional>
          <Select name="from">
            <option value="">{t('whole')}</option>
            <ShelfOptions shelves={shelves} />
          </Select>
        </Field>
        <RadioGroup
          name="format"
          legend={t('formatLabel')}
          defaultValue="gift"
          options={[
            { value: 'gift', label: t('formats.gift') },
            { value: 'json', label: t('formats.json') },
          ]}
        />
        <div>
          <Button type="submit" disabled={pending}>
            {t('download')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function keep({ name, mediaType, text }: { name: string; mediaType: string; text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
