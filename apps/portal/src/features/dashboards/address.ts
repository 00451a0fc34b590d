import type { Chart } from '@concord/api/features/dashboards/rules';
import { isId } from '#features/address.ts';

/** What narrows a dashboard; all of it stands in the address. */
export type DashboardFilters = { party: string; from: string; to: string };

type Asked = Record<string, string | string[] | undefined>;

/** The filters an address holds; what is none is left out. */
export function dashboardFilters(asked: Asked): DashboardFilters {
  const day = (name: string) => {
    const value = asked[name];
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return '';
    return new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value ? value : '';
  };
  return {
    party: isId(asked.party) ? asked.party : '',
    from: day('from'),
    to: day('to'),
  };
}

/** The filters as the API takes them. */
export function asInput({ party, from, to }: DashboardFilters) {
  return { partyId: party || undefined, from: from || undefined, to: to || undefined };
}

/** Where one chart lies as a table for a spreadsheet, under the same filters. */
export function chartCsv(of: Record<string, string>, filters: DashboardFilters, chart: Chart): string {
  const kept = Object.entries(filters).filter(([, value]) => value !== '');
  return `/api/dashboard.csv?${new URLSearchParams([['chart', chart], ...Object.entries(of), ...kept])}`;
}
