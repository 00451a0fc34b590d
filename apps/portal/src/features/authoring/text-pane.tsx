'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { controlLook } from '#components/ui/field.tsx';
import { bring } from '#features/contribution/use-uploads.ts';
import { languageName } from '#i18n/language-name.ts';
import { Conflict } from './conflict.tsx';
import { insertAt, insertions } from './insertions.ts';
import { SavedLine } from './saved-line.tsx';
import type { TextEditing } from './use-text.ts';

type Props = { courseId: string; language: string; editing: TextEditing; label: string };

/** Markdown to write: tools above it, pictures and files by paste, drop or choice, and when it was kept. */
export function TextPane({ courseId, language, editing, label }: Props) {
  const t = useTranslations('authoring.text');
  const errors = useTranslations('errors') as unknown as (
    key: string,
    params?: Record<string, string | number>,
  ) => string;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [upload, setUpload] = useState<string | null>(null);

  function insert(before: string, placeholder: string, after: string) {
    const field = area.current;
    if (!field) return;
    const next = insertAt(field.value, field.selectionStart, field.selectionEnd, {
      before,
      placeholder,
      after,
    });
    editing.write(next.text);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(next.from, next.to);
    });
  }

  async function take(files: readonly File[]) {
    for (const file of files) {
      setUpload(t('bringing', { name: file.name }));
      const done = await bring(file, () => undefined, courseId);
      if (!done.fileId) {
        setUpload(errors(done.problem === 'offline' ? 'offline' : (done.problem ?? 'unknown'), done.params));
        return;
      }
      const image = /^image\/(?:png|jpeg|gif|webp|avif)$/.test(file.type);
      const name = file.name.replace(/[[\]]/g, '');
      insert(image ? '![' : '[', image ? t('describe') : name, `](/api/files/${done.fileId})`);
    }
    setUpload(null);
  }

  return (
    <div className="min-w-0">
      <div
        role="toolbar"
        aria-label={t('tools', { language: languageName(language) })}
        className="mb-1.5 flex flex-wrap gap-1"
      >
        {insertions.map(({ name, before, after, sign }) => (
          <Button
            key={name}
            size="small"
            aria-label={t(`insert.${name}`)}
            title={t(`insert.${name}`)}
            onClick={() => insert(before, t(`placeholder.${name}`), after)}
          >
            <span aria-hidden="true">{sign}</span>
          </Button>
        ))}
        <label className="inline-flex cursor-pointer items-center rounded-md border border-line-strong bg-raised px-2.5 py-1 text-sm font-semibold focus-within:outline-2 focus-within:outline-accent hover:bg-wash">
          {t('insert.file')}
          <input
            type="file"
            multiple
            className="sr-only"
            onChange={({ target }) => {
              take([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
      </div>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        lang={language}
        value={editing.text}
        spellCheck
        onChange={({ target }) => editing.write(target.value)}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0) return;
          event.preventDefault();
          take(files);
        }}
        onDrop={(event) => {
          if (event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          take([...event.dataTransfer.files]);
        }}
        className={cx(controlLook, 'min-h-96 font-mono text-sm/relaxed field-sizing-content max-h-[75vh]')}
      />
      {upload ? (
        <p role="status" className="mt-1 text-sm font-medium">
          {upload}
        </p>
      ) : null}
      <SavedLine savedAt={editing.savedAt} state={editing.state} />
      <Conflict
        theirs={editing.theirs && { ...editing.theirs, words: editing.theirs.value }}
        language={language}
        settle={editing.settle}
      />
    </div>
  );
}
