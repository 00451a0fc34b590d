'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { cx } from './cx.ts';

type FieldIds = { control: string; description?: string; error?: string; required: boolean };

const FieldContext = createContext<FieldIds | null>(null);

type FieldProps = {
  /** The name of the value in the command's input; the error summary links to it. */
  name: string;
  label: ReactNode;
  description?: ReactNode;
  error?: string | null;
  optional?: boolean;
  className?: string;
  children: ReactNode;
};

/** One question of a form: its label, what helps to answer it, the control, and what is wrong with the answer. */
export function Field({
  name,
  label,
  description,
  error,
  optional = false,
  className,
  children,
}: FieldProps) {
  const t = useTranslations('common');
  const own = useId();
  const ids: FieldIds = {
    control: fieldId(name),
    description: description ? `${own}-description` : undefined,
    error: error ? `${own}-error` : undefined,
    required: !optional,
  };
  return (
    <FieldContext value={ids}>
      <div className={cx('max-w-form', error && 'border-l-3 border-bad pl-3', className)}>
        <label htmlFor={ids.control} className="mb-1 block font-semibold">
          {label}
          {optional ? <span className="ml-1.5 font-normal text-ink-3">({t('optional')})</span> : null}
        </label>
        {description ? <Description id={ids.description}>{description}</Description> : null}
        {error ? <FieldError id={ids.error}>{error}</FieldError> : null}
        {children}
      </div>
    </FieldContext>
  );
}

/** What helps to answer a question. */
export function Description({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mb-1.5 text-sm text-ink-2">
      {children}
    </p>
  );
}

/** What is wrong with an answer, in words. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mb-1.5 text-sm font-semibold text-bad">
      {children}
    </p>
  );
}

/** The element id of the control for a value of a command's input. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`;
}

/** What ties a control to the label, the description and the error of the field around it. */
export function useFieldProps() {
  const ids = useContext(FieldContext);
  if (!ids) return {};
  return {
    id: ids.control,
    'aria-describedby': [ids.error, ids.description].filter(Boolean).join(' ') || undefined,
    'aria-invalid': ids.error ? (true as const) : undefined,
    'aria-required': ids.required ? (true as const) : undefined,
  };
}

/** The look of a control one types or chooses in. */
export const controlLook =
  'block min-h-10 w-full rounded-md border border-line-field bg-paper px-3 py-2 placeholder:text-ink-3 aria-invalid:border-bad disabled:bg-wash disabled:text-ink-3';
