import type { SignedIn } from '../context.ts';
import { type Paper, paperEndpoint } from './paper.ts';
import type { Endpoint } from './request.ts';

type Table = { name: string; write: (ctx: SignedIn) => Promise<string> };

/** An endpoint that answers a table for a spreadsheet, as far as the person of the request may see it. */
export function csvEndpoint(tableAt: (address: URL) => Table | null): Endpoint {
  return paperEndpoint((address) => {
    const table = tableAt(address);
    return table && csvPaper(table);
  });
}

/** A table as a file of its own name, for an endpoint that answers others too. */
export function csvPaper({ name, write }: Table): (ctx: SignedIn) => Promise<Paper> {
  return async (ctx) => {
    const csv = Buffer.from(await write(ctx));
    return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', write: async () => csv };
  };
}
