'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { blankNumber, type Of } from '../edit-body.ts';
import { useEditor } from '../editor-state.tsx';
import { ItemList } from '../item-list.tsx';
import { NumberField } from '../number-field.tsx';

type Props = { body: Of<'numeric'> };

/** Numbers that are taken, how far off they may be, and the units they may be given in. */
export function NumericEditor({ body }: Props) {
  return (
    <>
      <Numbers body={body} />
      <Units body={body} />
    </>
  );
}

function Numbers({ body }: Props) {
  const t = useTranslations('bank.editor.numbers');
  const { change } = useEditor();
  return (
    <ItemList
      legend={t('legend')}
      name={(number) => t('one', { number })}
      items={body.accepted}
      keyOf={(_, index) => String(index)}
      onChange={(accepted) => change({ ...body, accepted })}
      make={blankNumber}
      addLabel={t('add')}
      most={20}
    >
      {(item, index, replace) => (
        <div className="flex flex-wrap items-end gap-3">
          <NumberField
            label={t('value')}
            path={`body.accepted.${index}.value`}
            value={item.value}
            onChange={(value) => replace({ ...item, value: value ?? 0 })}
          />
          <NumberField
            label={t('tolerance')}
            path={`body.accepted.${index}.tolerance`}
            value={item.tolerance}
            onChange={(tolerance) => replace({ ...item, tolerance: tolerance ?? 0 })}
          />
          <Field name={`body.accepted.${index}.toleranceIs`} label={t('toleranceIs')} className="w-44">
            <Select
              value={item.toleranceIs}
              onChange={(event) => replace({ ...item, toleranceIs: event.target.value as 'absolute' })}
            >
              <option value="absolute">{t('absolute')}</option>
              <option value="percent">{t('percent')}</option>
            </Select>
          </Field>
          <NumberField
            label={t('share')}
            path={`body.accepted.${index}.share`}
            value={item.share}
            onChange={(share) => replace({ ...item, share: share ?? 0 })}
            className="w-24"
          />
        </div>
      )}
    </ItemList>
  );
}

function Units({ body }: Props) {
  const t = useTranslations('bank.editor.units');
  const { change, errorOf } = useEditor();
  return (
    <>
      <ItemList
        legend={t('legend')}
        hint={t('hint')}
        name={(number) => t('one', { number })}
        items={body.units}
        keyOf={(_, index) => String(index)}
        onChange={(units) => change({ ...body, units })}
        make={() => ({ name: '', factor: 1 })}
        addLabel={t('add')}
        least={0}
        most={20}
      >
        {(item, index, replace) => (
          <div className="flex flex-wrap items-end gap-3">
            <Field
              name={`body.units.${index}.name`}
              label={t('name')}
              error={errorOf(`body.units.${index}.name`)}
              className="w-40"
            >
              <TextField
                value={item.name}
                onChange={(event) => replace({ ...item, name: event.target.value })}
              />
            </Field>
            <NumberField
              label={t('factor')}
              path={`body.units.${index}.factor`}
              value={item.factor}
              onChange={(factor) => replace({ ...item, factor: factor ?? 1 })}
            />
          </div>
        )}
      </ItemList>
      {body.units.length > 0 ? (
        <NumberField
          label={t('penalty')}
          hint={t('penaltyHint')}
          path="body.unitPenalty"
          value={body.unitPenalty}
          onChange={(unitPenalty) => change({ ...body, unitPenalty: unitPenalty ?? 0 })}
          className="max-w-form"
        />
      ) : null}
    </>
  );
}
