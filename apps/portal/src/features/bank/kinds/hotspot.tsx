'use client';

import { nextKey } from '@concord/api/features/bank/rules';
import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { blankArea, type Of, textsIn } from '../edit-body.ts';
import { useEditor } from '../editor-state.tsx';
import { HotspotPicture } from '../hotspot-picture.tsx';
import { ItemList } from '../item-list.tsx';
import { NumberField } from '../number-field.tsx';
import { PartField } from '../part-field.tsx';
import { PictureField } from '../picture-field.tsx';
import { RichField } from '../rich-field.tsx';

type Body = Of<'hotspot'>;
type Area = Body['areas'][number];
type Shape = Area['shape'];

/** A picture, what it shows in words, and its areas: each with a name, so that a list can stand for the picture. */
export function HotspotEditor({ body }: { body: Body }) {
  const t = useTranslations('bank.editor.hotspot');
  const { change, languages } = useEditor();
  const source = languages[0] ?? 'en';
  return (
    <>
      <PictureField fileId={body.imageFileId} onChange={(imageFileId) => change({ ...body, imageFileId })} />
      <RichField
        short
        label={t('alternative')}
        hint={t('alternativeHint')}
        path={(language) => `body.alternatives.${language}`}
        value={(language) => body.alternatives[language] ?? ''}
        onChange={(language, text) =>
          change({ ...body, alternatives: { ...body.alternatives, [language]: text } })
        }
      />
      {body.imageFileId === '' ? null : (
        <HotspotPicture
          fileId={body.imageFileId}
          alternative={body.alternatives[source] ?? ''}
          areas={body.areas.map(({ key, shape }) => ({
            key,
            shape,
            label: textsIn(body, source).parts[key]?.text.source ?? key,
          }))}
        />
      )}
      <ItemList
        legend={t('areas')}
        hint={t('areasHint')}
        name={(number) => t('one', { number })}
        items={body.areas}
        keyOf={({ key }) => key}
        onChange={(areas) => change({ ...body, areas })}
        make={() => ({ ...blankArea(nextKey(body.areas.map(({ key }) => key))), share: 0 })}
        addLabel={t('add')}
      >
        {(area, index, replace) => (
          <>
            <PartField part={area.key} label={t('name')} />
            <div className="flex flex-wrap items-end gap-3">
              <Field name={`body.areas.${index}.shape`} label={t('shape')} className="w-36">
                <Select
                  value={area.shape.is}
                  onChange={(event) => replace({ ...area, shape: blankShape(event.target.value) })}
                >
                  {(['box', 'circle', 'polygon'] as const).map((is) => (
                    <option key={is} value={is}>
                      {t(`shapes.${is}`)}
                    </option>
                  ))}
                </Select>
              </Field>
              <ShapeFields
                path={`body.areas.${index}.shape`}
                shape={area.shape}
                onChange={(shape) => replace({ ...area, shape })}
              />
              <NumberField
                label={t('share')}
                path={`body.areas.${index}.share`}
                value={area.share}
                onChange={(share) => replace({ ...area, share: share ?? 0 })}
                className="w-24"
              />
            </div>
          </>
        )}
      </ItemList>
    </>
  );
}

function blankShape(is: string): Shape {
  if (is === 'circle') return { is, x: 50, y: 50, radius: 10 };
  if (is === 'polygon')
    return {
      is,
      points: [
        [40, 40],
        [60, 40],
        [50, 60],
      ],
    };
  return { is: 'box', x: 40, y: 40, width: 20, height: 20 };
}

type ShapeProps = { path: string; shape: Shape; onChange: (shape: Shape) => void };

/** The numbers of a shape, in percent of the picture. */
function ShapeFields({ path, shape, onChange }: ShapeProps) {
  const t = useTranslations('bank.editor.hotspot');
  if (shape.is === 'polygon') return <Points path={path} shape={shape} onChange={onChange} />;
  const fields = Object.entries(shape).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return fields.map(([name, value]) => (
    <NumberField
      key={name}
      label={t(`numbers.${name as 'x'}`)}
      path={`${path}.${name}`}
      value={value}
      onChange={(number) => onChange({ ...shape, [name]: number ?? 0 })}
      className="w-24"
    />
  ));
}

function Points({ path, shape, onChange }: ShapeProps & { shape: Extract<Shape, { is: 'polygon' }> }) {
  const t = useTranslations('bank.editor.hotspot');
  return (
    <ItemList
      legend={t('corners')}
      name={(number) => t('corner', { number })}
      items={shape.points}
      keyOf={(_, index) => String(index)}
      onChange={(points) => onChange({ ...shape, points })}
      make={(): [number, number] => [50, 50]}
      addLabel={t('addCorner')}
      least={3}
      most={60}
    >
      {([x, y], index, replace) => (
        <div className="flex gap-3">
          <NumberField
            label={t('numbers.x')}
            path={`${path}.points.${index}.0`}
            value={x}
            onChange={(next) => replace([next ?? 0, y])}
            className="w-24"
          />
          <NumberField
            label={t('numbers.y')}
            path={`${path}.points.${index}.1`}
            value={y}
            onChange={(next) => replace([x, next ?? 0])}
            className="w-24"
          />
        </div>
      )}
    </ItemList>
  );
}
