import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSettings } from '@concord/api/env';
import { createRuntime } from '@concord/api/runtime';
import next from 'next';
import { keepFormats } from '../i18n/kept-formats.ts';
import { findCompressed, serveCompressed } from './assets.ts';
import { createContentServer } from './content.ts';
import { drain, Traffic } from './drain.ts';
import { trustedProxies } from './forwarded.ts';
import { createHandler } from './handler.ts';

const PATIENCE_MS = 10_000;
const KEEP_ALIVE_MS = 75_000;

/** Serves the whole portal from one process, alone or as one of several workers of a `node:cluster`. */
async function main(): Promise<void> {
  keepFormats();
  const dev = process.argv.includes('--dev');
  const settings = loadSettings();
  const runtime = await createRuntime(settings);
  Reflect.set(globalThis, Symbol.for('concord.runtime'), runtime);

  const directory = fileURLToPath(new URL('../..', import.meta.url));
  const assets = dev ? new Map() : await findCompressed(join(directory, '.next/static'));
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  const content = createContentServer();
  const traffic = new Traffic();
  const pages = next({
    dev,
    dir: directory,
    hostname: settings.url.hostname,
    port: settings.port,
    httpServer: server,
  });
  await pages.prepare();
  server.on(
    'request',
    createHandler({
      portalUrl: settings.url,
      contentOrigin: settings.contentUrl.origin,
      dev,
      trusted: trustedProxies(settings.trustedProxies),
      traffic,
      api: (request, response) => runtime.http(request, response),
      assets: (request, response) => serveCompressed(request, response, assets),
      pages: pages.getRequestHandler(),
    }),
  );

  const stop = once(async () => {
    await drain([server, content], traffic, PATIENCE_MS);
    await pages.close();
    await runtime.close();
    process.exit(0);
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);

  await listen(server, settings.port, settings.host);
  await listen(content, settings.contentPort, settings.host);
  process.send?.({ type: 'ready' });
}

function listen(
  server: ReturnType<typeof createServer>,
  port: number,
  host: string | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => resolve());
  });
}

function once(run: () => Promise<void>): () => void {
  let started = false;
  return () => {
    if (started) return;
    started = true;
    run().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
}

await main();
