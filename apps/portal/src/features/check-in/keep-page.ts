import { badgeReader } from './badge-reader.ts';

/** Has a service worker keep this page and what it needs, so that it opens without a network. False where none can. */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const scope = location.pathname;
  await navigator.serviceWorker.register('/door-worker.js', { scope });
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return false;
  // What reads badges is one of the files to keep.
  await badgeReader();
  const { port1, port2 } = new MessageChannel();
  const done = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
  });
  active.postMessage({ keep: [scope, ...filesOfPage()] }, [port2]);
  return done;
}

/** The build's files that this page has loaded or names. */
function filesOfPage(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const named = [...document.querySelectorAll('script[src], link[href]')].map(
    (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
  );
  const paths = [...loaded, ...named].map((address) => new URL(address, location.origin));
  const own = paths.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_next/static/'),
  );
  return [...new Set(own.map(({ href }) => href))];
}
