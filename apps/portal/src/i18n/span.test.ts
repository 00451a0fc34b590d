import { expect, it } from 'vitest';
import { formatSpan, zonesFor } from './span.ts';

const words = (key: string, values?: { place: string }) => (values ? `in ${values.place}` : key);
const zones = (zone: string, person: string) =>
  zonesFor(zone, { headquarters: 'Europe/Brussels', person }, words);

it.each([
  ['Europe/Lisbon', 'Europe/Tallinn', 'Tue 6 May 2031, 09:00–10:30 in Lisbon · 11:00–12:30 inYourCapital'],
  ['Europe/Lisbon', 'Europe/London', 'Tue 6 May 2031, 09:00–10:30 in Lisbon'],
  ['Europe/Brussels', 'Europe/Brussels', 'Tue 6 May 2031, 10:00–11:30 atHeadquarters'],
  ['Asia/Tokyo', 'America/Vancouver', 'Tue 6 May 2031, 17:00–18:30 in Tokyo · 01:00–02:30 inYourCapital'],
])('says when it is there and here: %s, %s', (zone, person, expected) => {
  const span = { startsAt: '2031-05-06T08:00:00Z', endsAt: '2031-05-06T09:30:00Z' };
  const said = formatSpan(span, zones(zone, person), 'en').replaceAll('\u00a0', ' ');
  expect(said.replace('Tuesday', 'Tue').replace('Tues', 'Tue')).toBe(expected);
});

it('names the day where it is another one', () => {
  const span = { startsAt: '2031-05-06T23:30:00Z', endsAt: '2031-05-07T01:00:00Z' };
  const said = formatSpan(span, zones('UTC', 'Asia/Tokyo'), 'en').replaceAll('\u00a0', ' ');
  expect(said).toContain('23:30–Wed 7 May, 01:00 UTC · Wed 7 May, 08:30–10:00 inYourCapital');
});
