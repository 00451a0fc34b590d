'use client';

import { nextKey } from '@concord/api/features/bank/rules';
import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { blankPair, type Of } from '../edit-body.ts';
import { useEditor } from '../editor-state.tsx';
import { ItemList } from '../item-list.tsx';
import { PartField } from '../part-field.tsx';

/** Pairs that belong together, and right sides that belong to nothing. */
export function MatchingEditor({ body }: { body: Of<'matching'> }) {
  const t = useTranslations('bank.editor.matching');
  const { change } = useEditor();
  const taken = [...body.pairs.flatMap(({ left, right }) => [left, right]), ...body.spare];
  const fresh = () => nextKey(taken.map((key) => key.replace(/^[lrs]-/, '')));
  return (
    <>
      <ItemList
        legend={t('legend')}
        name={(number) => t('one', { number })}
        items={body.pairs}
        keyOf={({ left }) => left}
        onChange={(pairs) => change({ ...body, pairs })}
        make={() => blankPair(fresh())}
        addLabel={t('add')}
        least={2}
      >
        {({ left, right }) => (
          <>
            <PartField part={left} label={t('left')} />
            <PartField part={right} label={t('right')} />
          </>
        )}
      </ItemList>
      <ItemList
        legend={t('spare')}
        hint={t('spareHint')}
        name={(number) => t('oneSpare', { number })}
        items={body.spare}
        keyOf={(key) => key}
        onChange={(spare) => change({ ...body, spare })}
        make={() => `s-${fresh()}`}
        addLabel={t('addSpare')}
        least={0}
        most={20}
      >
        {(key) => <PartField part={key} label={t('right')} />}
      </ItemList>
    </>
  );
}

const CREDITS = ['place', 'pairs', 'whole'] as const;

/** Things in their right order, and what half an order is worth. */
export function OrderingEditor({ body }: { body: Of<'ordering'> }) {
  const t = useTranslations('bank.editor.ordering');
  const { change } = useEditor();
  return (
    <>
      <ItemList
        legend={t('legend')}
        hint={t('hint')}
        name={(number) => t('one', { number })}
        items={body.order}
        keyOf={(key) => key}
        onChange={(order) => change({ ...body, order })}
        make={() => nextKey(body.order)}
        addLabel={t('add')}
        least={2}
      >
        {(key) => <PartField part={key} label={t('text')} />}
      </ItemList>
      <Field name="body.credit" label={t('credit')}>
        <Select
          value={body.credit}
          onChange={(event) => change({ ...body, credit: event.target.value as 'place' })}
        >
          {CREDITS.map((credit) => (
            <option key={credit} value={credit}>
              {t(`credits.${credit}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
