import { expect, it } from 'vitest';
import { timeZone } from './schemas.ts';

it.each([
  ['Europe/Brussels', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['+02:00', false],
  ['', false],
])('%s is a time zone: %s', (name, valid) => {
  expect(timeZone.safeParse(name).success).toBe(valid);
});
