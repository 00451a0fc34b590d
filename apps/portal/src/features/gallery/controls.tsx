'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { Specimen } from './specimen.tsx';

/** What is pressed, typed in and chosen from. */
export function Controls() {
  const t = useTranslations('gallery');
  const [asking, setAsking] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const wrong = attempt > 0;
  return (
    <>
      <Specimen title={t('buttons')}>
        <div className="flex flex-wrap items-center gap-3">
          {(['primary', 'plain', 'danger', 'quiet'] as const).map((look) => (
            <Button key={look} look={look} onClick={() => toast(t('emptyTitle'))}>
              {t('open')}
            </Button>
          ))}
          <Button disabled>{t('open')}</Button>
          <Button size="small">{t('open')}</Button>
          <Button look="danger" onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
          <Menu
            label={t('menu')}
            items={[
              { key: 'open', label: t('open'), onSelect: () => toast(t('open')) },
              { key: 'ask', label: t('ask'), danger: true, onSelect: () => setAsking(true) },
            ]}
          />
        </div>
        <ConfirmDialog
          open={asking}
          danger
          title={t('ask')}
          confirm={t('ask')}
          onConfirm={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          {t('rowBody')}
        </ConfirmDialog>
      </Specimen>
      <Specimen title={t('form')}>
        <ErrorSummary
          attempt={attempt}
          entries={wrong ? [{ path: 'gallery.name', message: t('wrong') }] : []}
        />
        <div className="flex flex-col gap-5">
          <Field
            name="gallery.name"
            label={t('person')}
            description={t('emptyBody')}
            error={wrong ? t('wrong') : null}
          >
            <TextField defaultValue="Çelik, Defne" />
          </Field>
          <Field name="gallery.note" label={t('note')} optional>
            <TextArea />
          </Field>
          <Field name="gallery.tone" label={t('tags')}>
            <Select>
              <option>{t('tones.good')}</option>
              <option>{t('tones.bad')}</option>
            </Select>
          </Field>
          <RadioGroup
            name="gallery.answer"
            legend={t('question')}
            look="boxes"
            defaultValue="b"
            options={[
              { value: 'a', label: t('rowTitle') },
              { value: 'b', label: t('emptyTitle'), description: t('rowBody') },
            ]}
          />
          <Checkbox name="gallery.tick">{t('rowTitle')}</Checkbox>
          <div>
            <Button look="primary" onClick={() => setAttempt((before) => before + 1)}>
              {t('fail')}
            </Button>
          </div>
        </div>
      </Specimen>
    </>
  );
}
