import { questionKinds } from '@concord/api/features/bank/rules';
import { expect, it } from 'vitest';
import {
  blankBody,
  equalShares,
  moved,
  partKeys,
  textsIn,
  tidyBody,
  withPart,
  withText,
} from './edit-body.ts';

it.each(questionKinds)('begins a question of type %s in its language', (kind) => {
  const body = blankBody(kind, 'fr');
  expect(body.kind).toBe(kind);
  expect(Object.keys(body.texts)).toEqual(['fr']);
});

it('writes prompt and parts by language, and sends only what is written', () => {
  let body = withText(blankBody('single', 'en'), 'en', 'prompt', 'What?');
  body = withPart(body, 'en', 'a', 'text', 'This');
  body = withPart(body, 'en', 'gone', 'text', 'Left behind');
  body = withText(body, 'fr', 'prompt', ' ');
  expect(textsIn(body, 'en').parts.a?.text.source).toBe('This');
  const sent = tidyBody(body, 'en');
  expect(Object.keys(sent.texts)).toEqual(['en']);
  expect(Object.keys(sent.texts.en?.parts ?? {})).toEqual(['a']);
  expect(partKeys(sent)).toEqual(['a', 'b']);
});

it('sends no blank answers of another language, and keeps the field of the source language to be named', () => {
  const body = blankBody('shortText', 'en');
  if (body.kind !== 'shortText') throw new Error('another type');
  const both = { ...body, accepted: { ...body.accepted, fr: body.accepted.en ?? [] } };
  expect(Object.keys(tidyBody(both, 'en').accepted)).toEqual(['en']);
});

it('shares points equally among what is right', () => {
  const choices = ['a', 'b', 'c', 'd'].map((key) => ({ key, share: 0 }));
  const shares = equalShares(choices, new Set(['a', 'b', 'c'])).map(({ share }) => share);
  expect(shares).toEqual([33.33333, 33.33333, 33.33333, -33.33333]);
});

it('moves an item by a step, and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
