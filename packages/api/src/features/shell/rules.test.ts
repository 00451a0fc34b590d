import { expect, it } from 'vitest';
import { sectionsFor } from './rules.ts';

it.each([
  [{ roles: [], courses: false, exercises: false, consultations: false }, ['today']],
  [{ roles: [], courses: true, exercises: false, consultations: false }, ['today', 'learn']],
  [
    { roles: ['delegate'], courses: true, exercises: false, consultations: true },
    ['today', 'learn', 'consult'],
  ],
  [
    { roles: ['delegate', 'securityOfficer'], courses: true, exercises: false, consultations: true },
    ['today', 'learn', 'consult', 'people'],
  ],
  [{ roles: [], courses: true, exercises: true, consultations: false }, ['today', 'learn', 'exercise']],
  [
    { roles: ['administrator'], courses: true, exercises: false, consultations: false },
    ['today', 'learn', 'people'],
  ],
])('%o sees %o', (holdings, sections) => {
  expect(sectionsFor(holdings)).toEqual(sections);
});
