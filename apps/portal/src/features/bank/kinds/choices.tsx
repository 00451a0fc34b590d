'use client';

import { nextKey } from '@concord/api/features/bank/rules';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { equalShares, type Of } from '../edit-body.ts';
import { useEditor } from '../editor-state.tsx';
import { ItemList } from '../item-list.tsx';
import { NumberField } from '../number-field.tsx';
import { FeedbackField, PartField } from '../part-field.tsx';

type Body = Of<'single'> | Of<'multiple'>;
type Choices = Body['choices'];

/** The choices of a question: which are right, what each is worth, what is told to who picks it. */
export function ChoicesEditor({ body }: { body: Body }) {
  const t = useTranslations('bank.editor.choices');
  const { change } = useEditor();
  const group = useId();
  const single = body.kind === 'single';
  const set = (choices: Choices) => change({ ...body, choices });

  function mark(key: string, right: boolean) {
    if (single) return set(body.choices.map((one) => ({ ...one, share: one.key === key ? 100 : 0 })));
    const rights = new Set(body.choices.filter(({ share }) => share > 0).map((one) => one.key));
    if (right) rights.add(key);
    else rights.delete(key);
    set(equalShares(body.choices, rights));
  }

  return (
    <>
      <ItemList
        legend={t('legend')}
        hint={single ? t('hintSingle') : t('hintMultiple')}
        name={(number) => t('one', { number })}
        items={body.choices}
        keyOf={({ key }) => key}
        onChange={set}
        make={() => ({ key: nextKey(body.choices.map(({ key }) => key)), share: 0 })}
        addLabel={t('add')}
        least={2}
      >
        {(choice, index, replace) => (
          <>
            <PartField part={choice.key} label={t('text')} />
            <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
              <label className="flex min-h-10 items-center gap-2.5">
                <input
                  type={single ? 'radio' : 'checkbox'}
                  name={single ? group : undefined}
                  checked={single ? choice.share === 100 : choice.share > 0}
                  onChange={(event) => mark(choice.key, event.target.checked)}
                  className="size-[18px] accent-accent"
                />
                {t('right')}
              </label>
              <NumberField
                label={t('share')}
                path={`body.choices.${index}.share`}
                value={choice.share}
                onChange={(share) => replace({ ...choice, share: share ?? 0 })}
                className="w-28"
              />
            </div>
            <FeedbackField part={choice.key} />
          </>
        )}
      </ItemList>
      <Checkbox
        checked={body.shuffle}
        onChange={(event) => change({ ...body, shuffle: event.target.checked })}
      >
        {t('shuffle')}
      </Checkbox>
    </>
  );
}
