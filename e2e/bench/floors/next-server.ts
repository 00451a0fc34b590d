import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { postgresAt } from '@concord/db/address';

/** Next as this process uses it; its own types would change what every process of the bench may be given. */
type Next = (options: { dev: false; dir: string }) => {
  prepare(): Promise<void>;
  getRequestHandler(): RequestListener;
};

/** A Next page with one query and fifty rows, served as the portal serves its own: the floor of every page. */
const [port, databaseUrl] = process.argv.slice(2);
Reflect.set(globalThis, Symbol.for('bench.sql'), postgresAt(databaseUrl ?? '', { max: 12 }));
const next = createRequire(import.meta.url)('next') as Next;
const pages = next({ dev: false, dir: fileURLToPath(new URL('../floor', import.meta.url)) });
await pages.prepare();
const answer = pages.getRequestHandler();
const server = createServer(answer);
server.listen(Number(port), '127.0.0.1', () => process.send?.({ ready: true }));
process.on('disconnect', () => process.exit(0));
