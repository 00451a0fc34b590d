import { createServer } from 'node:net';
import { Refusal } from '../verb.ts';

/** Refuses with a sentence when another program listens on a port that is needed. */
export async function assertPortFree(port: number, remedy: string): Promise<void> {
  const problem = await tryPort(port);
  if (problem === 'EADDRINUSE') throw new Refusal(`Port ${port} is used by another program. ${remedy}`);
  if (problem === 'EACCES') throw new Refusal(`Port ${port} may only be opened by root. ${remedy}`);
  if (problem) throw new Refusal(`Port ${port} cannot be opened (${problem}). ${remedy}`);
}

/** A port nobody listens on just now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function tryPort(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
}

/** A port that is free together with the one after it, which serves uploaded packages. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (port < 65_535 && (await tryPort(port + 1)) === undefined) return port;
  }
}
