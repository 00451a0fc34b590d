'use client';

import { useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useEditor } from './editor-state.tsx';

type Props = {
  label: string;
  path: string;
  value: number | null;
  onChange: (value: number | null) => void;
  hint?: string;
  optional?: boolean;
  className?: string;
};

/** A number, typed with a point or a comma; what is none is left as typed and not taken. */
export function NumberField({ label, path, value, onChange, hint, optional, className = 'w-32' }: Props) {
  const { errorOf } = useEditor();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (read(typed) !== value) setTyped(value === null ? '' : String(value));
  }

  function type(text: string) {
    setTyped(text);
    const number = read(text);
    if (number === undefined) return;
    setKnown(number);
    onChange(number);
  }

  return (
    <Field
      name={path}
      label={label}
      description={hint}
      error={errorOf(path)}
      optional={optional}
      className={className}
    >
      <TextField inputMode="decimal" value={typed} onChange={(event) => type(event.target.value)} />
    </Field>
  );
}

function read(text: string): number | null | undefined {
  const trimmed = text.trim().replace(',', '.').replace('−', '-');
  if (trimmed === '') return null;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : undefined;
}
