'use client';

import { nextKey } from '@concord/api/features/bank/rules';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { blankGap, type Of, textsIn, withText } from '../edit-body.ts';
import { useEditor } from '../editor-state.tsx';
import { ItemList } from '../item-list.tsx';
import { NumberField } from '../number-field.tsx';
import { PartField } from '../part-field.tsx';
import { WordsList } from '../words-list.tsx';

type Body = Of<'gapText'>;
type Gap = Body['gaps'][number];

/** The gaps of a text: words typed, or one of a list. The text holds each place as `[[key]]`. */
export function GapsEditor({ body }: { body: Body }) {
  const t = useTranslations('bank.editor.gaps');
  const { change, languages } = useEditor();
  const source = languages[0] ?? 'en';

  function place(key: string) {
    let next = body;
    for (const language of languages) {
      const text = textsIn(next, language).prompt.source;
      if (!text.includes(`[[${key}]]`))
        next = withText(next, language, 'prompt', `${text}${text === '' ? '' : ' '}[[${key}]]`);
    }
    change(next);
  }

  return (
    <ItemList
      legend={t('legend')}
      hint={t('hint')}
      name={(number) => t('one', { number })}
      items={body.gaps}
      keyOf={({ key }) => key}
      onChange={(gaps) => change({ ...body, gaps })}
      make={() => blankGap(nextKey(body.gaps.map(({ key }) => key)), source)}
      addLabel={t('add')}
      most={50}
    >
      {(gap, index, replace) => (
        <>
          <div className="flex flex-wrap items-end gap-3">
            <Field name={`body.gaps.${index}.kind`} label={t('kind')} className="w-52">
              <Select
                value={gap.kind}
                onChange={(event) =>
                  replace(ofKind(gap, event.target.value === 'choice' ? 'choice' : 'text', source))
                }
              >
                <option value="text">{t('typed')}</option>
                <option value="choice">{t('chosen')}</option>
              </Select>
            </Field>
            <Button size="small" onClick={() => place(gap.key)}>
              {t('place', { gap: `[[${gap.key}]]` })}
            </Button>
          </div>
          {gap.kind === 'text' ? (
            <WordsList
              path={`body.gaps.${index}.accepted`}
              accepted={gap.accepted}
              onChange={(accepted) => replace({ ...gap, accepted })}
            />
          ) : (
            <GapChoices gap={gap} path={`body.gaps.${index}`} onChange={replace} />
          )}
        </>
      )}
    </ItemList>
  );
}

function ofKind(gap: Gap, kind: Gap['kind'], source: string): Gap {
  if (kind === 'text')
    return {
      ...blankGap(gap.key, source),
      accepted: gap.accepted[source] ? gap.accepted : blankGap(gap.key, source).accepted,
    };
  const choices =
    gap.choices.length > 0
      ? gap.choices
      : ['a', 'b'].map((key, index) => ({ key: `${gap.key}-${key}`, share: index === 0 ? 100 : 0 }));
  return { ...gap, kind, choices };
}

function GapChoices({ gap, path, onChange }: { gap: Gap; path: string; onChange: (gap: Gap) => void }) {
  const t = useTranslations('bank.editor.choices');
  return (
    <ItemList
      legend={t('legend')}
      name={(number) => t('one', { number })}
      items={gap.choices}
      keyOf={({ key }) => key}
      onChange={(choices) => onChange({ ...gap, choices })}
      make={() => ({
        key: nextKey(
          gap.choices.map(({ key }) => key),
          gap.key,
        ),
        share: 0,
      })}
      addLabel={t('add')}
      least={2}
      most={20}
    >
      {(choice, index, replace) => (
        <>
          <PartField part={choice.key} label={t('text')} />
          <NumberField
            label={t('share')}
            path={`${path}.choices.${index}.share`}
            value={choice.share}
            onChange={(share) => replace({ ...choice, share: share ?? 0 })}
            className="w-28"
          />
        </>
      )}
    </ItemList>
  );
}
