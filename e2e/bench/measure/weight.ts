import { presentBrowser } from '@concord/api/cli/checks/browser';
import type { Settings } from '@concord/api/env';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import type { Weight } from '../figures.ts';
import type { Seeded } from '../seed/seed.ts';

/** What a browser that has kept nothing fetches for a page, compressed as it comes. */
export async function weigh(settings: Settings, seeded: Seeded): Promise<Weight[]> {
  const executablePath = await presentBrowser();
  if (executablePath === undefined) throw new Error('no Chromium is here.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const weights: Weight[] = [];
    for (const [page, path] of pagesOf(seeded)) {
      weights.push(await weighPage({ browser, settings, seeded }, { page, path }));
    }
    return weights;
  } finally {
    await browser.close();
  }
}

function pagesOf({ course, consultation }: Seeded): [string, string][] {
  return [
    ['today', '/'],
    ['catalogue', '/learn'],
    ['course', `/learn/${course.slug}`],
    ['unit', `/learn/${course.slug}/${course.pageKey}`],
    ['quiz', `/learn/${course.slug}/quiz`],
    ['thread', `/consult/threads/${consultation.threads[0] ?? ''}`],
    ['search', '/search?q=incident'],
  ];
}

async function weighPage(
  { browser, settings, seeded }: { browser: Browser; settings: Settings; seeded: Seeded },
  { page: name, path }: { page: string; path: string },
): Promise<Weight> {
  const context = await browser.newContext();
  try {
    const value = seeded.readers[0]?.token ?? '';
    await context.addCookies([{ name: settings.cookies.session, value, url: settings.url.origin }]);
    return { page: name, ...(await fetched(context, new URL(path, settings.url).href)) };
  } finally {
    await context.close();
  }
}

async function fetched(context: BrowserContext, address: string): Promise<Omit<Weight, 'page'>> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  );
  await session.send('Network.enable');
  const answer = await page.goto(address, { waitUntil: 'load' });
  if (answer?.status() !== 200) throw new Error(`${address}: ${answer?.status()}`);
  await page.waitForTimeout(1_500);
  const sum = (ids: Iterable<string>) => [...ids].reduce((total, id) => total + (sizes.get(id) ?? 0), 0);
  const scripts = [...kinds].filter(([, kind]) => kind === 'Script').map(([id]) => id);
  return {
    requests: kinds.size,
    kilobytes: Math.round(sum(kinds.keys()) / 1024),
    scriptKilobytes: Math.round(sum(scripts) / 1024),
  };
}
