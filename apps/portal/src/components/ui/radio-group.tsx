import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { fieldId } from './field.tsx';

export type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
};

type Props<Value extends string> = {
  name: string;
  legend: ReactNode;
  /** The legend is read out but not shown, where a heading says the same. */
  legendHidden?: boolean;
  options: readonly RadioOption<Value>[];
  value?: Value | null;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  error?: string | null;
  /** Plain rows, or a box for each answer as in a quiz. */
  look?: 'rows' | 'boxes';
};

/** One of a few, all to be seen: native radio buttons in a fieldset. */
export function RadioGroup<Value extends string>(props: Props<Value>) {
  const { name, legend, legendHidden, options, error, look = 'rows' } = props;
  const errorId = `${fieldId(name)}-error`;
  return (
    <fieldset
      id={fieldId(name)}
      tabIndex={-1}
      aria-describedby={error ? errorId : undefined}
      className={cx(error && 'border-l-3 border-bad pl-3')}
    >
      <legend className={legendHidden ? 'sr-only' : 'mb-1 font-semibold'}>{legend}</legend>
      {error ? (
        <p id={errorId} className="mb-1.5 text-sm font-semibold text-bad">
          {error}
        </p>
      ) : null}
      <div className={cx('flex flex-col', look === 'boxes' && 'max-w-measure gap-2.5')}>
        {options.map((option) => (
          <Radio key={option.value} option={option} group={props} look={look} />
        ))}
      </div>
    </fieldset>
  );
}

type RadioProps<Value extends string> = {
  option: RadioOption<Value>;
  group: Props<Value>;
  look: 'rows' | 'boxes';
};

function Radio<Value extends string>({ option, group, look }: RadioProps<Value>) {
  const controlled = group.value !== undefined;
  return (
    <label className={cx('flex items-start gap-3', look === 'boxes' ? boxLook : 'py-1')}>
      <input
        type="radio"
        name={group.name}
        value={option.value}
        disabled={option.disabled}
        checked={controlled ? group.value === option.value : undefined}
        defaultChecked={controlled ? undefined : group.defaultValue === option.value}
        onChange={() => group.onChange?.(option.value)}
        className="mt-0.5 size-[18px] flex-none accent-accent"
      />
      <span className="wrap-anywhere">
        {option.label}
        {option.description ? <span className="block text-sm text-ink-2">{option.description}</span> : null}
      </span>
    </label>
  );
}

const boxLook =
  'rounded-md border border-line-strong bg-raised px-4 py-3 hover:bg-wash has-checked:border-accent has-checked:bg-accent-wash has-checked:inset-ring-1 has-checked:inset-ring-accent';
