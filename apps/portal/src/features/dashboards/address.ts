import type { Chart } from '@concord/api/features/dashboards/rules';

/** What narrows a dashboard; all of it stands in the address. */
export type DashboardFilters = { party: string; from: string; to: string };

type Asked = Record<string, string | string[] | undefined>;

/** The filters an address holds; what is none is left out. */
export function dashboardFilters(asked: Asked): DashboardFilters {
  const one = (name: string, wanted: RegExp) => {
    const value = asked[name];
    return typeof value === 'string' && wanted.test(value) ? value : '';
  };
  const day = (name: string) => {
    const value = one(name, /^\d{4}-\d{2}-\d{2}$/);
    return value && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value ? value : '';
  };
  return {
    party: one('party', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
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
