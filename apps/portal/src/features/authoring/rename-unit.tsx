'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TitleFields } from './title-fields.tsx';
import type { Editor, EditorUnit } from './types.ts';

/** The titles of a unit in every language of the draft. */
export function RenameUnit({ unit, editor }: { unit: EditorUnit; editor: Editor }) {
  const t = useTranslations('authoring.outline');
  const [open, setOpen] = useState(false);
  const title = unit.titles[editor.course.sourceLanguage] ?? unit.key;
  return (
    <>
      <Button look="quiet" size="small" aria-label={t('renameOf', { title })} onClick={() => setOpen(true)}>
        {t('rename')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('renameTitle')}>
        <TitleFields
          course={editor.course.slug}
          courseId={editor.course.id}
          part="unit"
          id={unit.id}
          titles={unit.titles}
          languages={editor.languages.map(({ language }) => language)}
        />
      </Dialog>
    </>
  );
}
