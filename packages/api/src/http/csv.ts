import type { SignedIn } from '../context.ts';
import { paperEndpoint } from './paper.ts';
import type { Endpoint } from './request.ts';

type Table = (address: URL) => { name: string; write: (ctx: SignedIn) => Promise<string> } | null;

/** An endpoint that answers a table for a spreadsheet, as far as the person of the request may see it. */
export function csvEndpoint(tableAt: Table): Endpoint {
  return paperEndpoint((address) => {
    const table = tableAt(address);
    if (!table) return null;
    return async (ctx) => {
      const csv = Buffer.from(await table.write(ctx));
      return { name: `${table.name}.csv`, type: 'text/csv; charset=utf-8', write: async () => csv };
    };
  });
}
