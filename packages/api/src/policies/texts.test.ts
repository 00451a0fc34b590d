import { expect, it } from 'vitest';
import type { Actor } from '../context.ts';
import {
  headsDelegation,
  isDelegated,
  makesVersions,
  mayBreak,
  mayChangeNote,
  mayRemoveNote,
  mayTakePosition,
  sitsIn,
} from './texts.ts';

const actor = (role: string) =>
  ({ appointments: [{ id: 'a', role, scope: 'body', scopeId: 'body' }] }) as unknown as Actor;

it.each([
  ['chair', { versions: true, sits: true, delegated: false }],
  ['secretariat', { versions: false, sits: true, delegated: false }],
  ['headOfDelegation', { versions: false, sits: true, delegated: true }],
  ['delegate', { versions: false, sits: true, delegated: true }],
  ['contributor', { versions: false, sits: false, delegated: false }],
])('knows what a %s is in a body', (role, { versions, sits, delegated }) => {
  expect(makesVersions(actor(role), 'body')).toBe(versions);
  expect(sitsIn(actor(role), 'body')).toBe(sits);
  expect(isDelegated(actor(role), 'body')).toBe(delegated);
  expect([makesVersions, sitsIn, isDelegated].some((may) => may(actor(role), 'another'))).toBe(false);
});

it.each([
  [[], { position: false, breaks: false }],
  [[{ role: 'headOfDelegation', powers: [] }], { position: true, breaks: true }],
  [[{ role: 'delegate', powers: [] }], { position: false, breaks: false }],
  [[{ role: 'delegate', powers: ['position'] }], { position: true, breaks: false }],
  [[{ role: 'delegate', powers: ['break'] }], { position: false, breaks: true }],
  [[{ role: 'chair', powers: ['position', 'break'] }], { position: false, breaks: false }],
  [[{ role: 'contributor', powers: ['break'] }], { position: false, breaks: false }],
])('reads powers from %j', (held, { position, breaks }) => {
  expect(mayTakePosition(held)).toBe(position);
  expect(mayBreak(held)).toBe(breaks);
});

it.each([
  ['headOfDelegation', { head: true, own: [true, true], other: [false, true] }],
  ['delegate', { head: false, own: [true, true], other: [false, false] }],
  ['chair', { head: false, own: [false, false], other: [false, false] }],
  ['secretariat', { head: false, own: [false, false], other: [false, false] }],
  ['contributor', { head: false, own: [false, false], other: [false, false] }],
])('knows what a %s may do to notes in the margin', (role, { head, own, other }) => {
  const held = [{ role, powers: ['position', 'break'] }];
  const me = { personId: 'me' };
  const may = (writtenBy: string) => [
    mayChangeNote(me, held, { writtenBy }),
    mayRemoveNote(me, held, { writtenBy }),
  ];
  expect(headsDelegation(held)).toBe(head);
  expect([may('me'), may('another')]).toEqual([own, other]);
});
