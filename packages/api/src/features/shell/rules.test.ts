import { expect, it } from 'vitest';
import { sectionsFor } from './rules.ts';

it.each([
  [{ roles: [], courses: false, consultations: false }, ['today']],
  [{ roles: [], courses: true, consultations: false }, ['today', 'learn']],
  [{ roles: ['delegate'], courses: true, consultations: true }, ['today', 'learn', 'consult']],
  [
    { roles: ['delegate', 'securityOfficer'], courses: true, consultations: true },
    ['today', 'learn', 'consult', 'people'],
  ],
  [{ roles: ['administrator'], courses: true, consultations: false }, ['today', 'learn', 'people']],
])('%o sees %o', (holdings, sections) => {
  expect(sectionsFor(holdings)).toEqual(sections);
});
