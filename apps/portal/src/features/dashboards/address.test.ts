import { expect, it } from 'vitest';
import { asInput, chartCsv, dashboardFilters } from './address.ts';

const party = '0195f0a0-0000-7000-8000-000000000001';

it('takes what is a filter from an address, and nothing else', () => {
  expect(dashboardFilters({ party, from: '2026-01-31', to: '2026-02-31' })).toEqual({
    ...{ party, from: '2026-01-31', to: '' },
  });
  expect(dashboardFilters({ party: ['a', 'b'], from: 'yesterday', to: '9999-99-99' })).toEqual({
    ...{ party: '', from: '', to: '' },
  });
});

it('keeps the filters on the way to a spreadsheet, and asks the API for no empty ones', () => {
  const filters = { party, from: '', to: '2026-02-01' };
  expect(chartCsv({ course: 'a-b' }, filters, 'due')).toBe(
    `/api/dashboard.csv?chart=due&course=a-b&party=${party}&to=2026-02-01`,
  );
  expect(asInput(filters)).toEqual({ partyId: party, from: undefined, to: '2026-02-01' });
});
