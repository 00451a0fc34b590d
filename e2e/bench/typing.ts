import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test';
import { browserPath, portalUrl } from '../fixtures/env.ts';
import { account, codeOf, persona } from '../fixtures/people.ts';

/**
 * How long a key waits in the chair's editor, with 300 paragraphs and 500 amendments: lays such a text before a portal
 * with the demo data (CONCORD_TEST_URL), types in it, and prints what the browser itself measured: by the clock, and by the
 * processor time of the page's thread, which says what a key costs where others use the machine. Run by hand:
 * `node e2e/bench/typing.ts`.
 */
const PARAGRAPHS = 300;
const AMENDMENTS = 500;
const KEYS = 120;
const MOST_DELAY = 50;
const WORDS =
  'Allies recognise that what is agreed here binds those who agree to it, and that it is read in every capital by people who were not in the room. ';

async function signIn(
  context: BrowserContext,
  person: ReturnType<typeof persona>,
  name: string,
): Promise<void> {
  const { request } = context;
  const { csrfToken }: { csrfToken: string } = await (await request.get('/api/auth/csrf')).json();
  const ways = [
    ['demo', { persona: name }],
    ['password', { email: person.email, password: person.password, code: codeOf(person) }],
  ] as const;
  for (const [way, form] of ways) {
    const answer = await request.post(`/api/auth/callback/${way}`, {
      headers: { Origin: portalUrl },
      form: { ...form, csrfToken, callbackUrl: '/', json: 'true' },
    });
    const { url }: { url: string } = await answer.json();
    if (answer.ok() && !new URL(url, portalUrl).searchParams.has('error')) return;
  }
  throw new Error(`${person.name} was not let in.`);
}

async function send<Result>({ request }: BrowserContext, path: string, input: object): Promise<Result> {
  const answer = await request.post(`/api/trpc/${path}`, {
    headers: { Origin: portalUrl, 'content-type': 'application/json' },
    data: JSON.stringify({ json: { commandId: crypto.randomUUID(), ...input } }),
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${(await answer.text()).slice(0, 300)}`);
  const { result } = (await answer.json()) as { result: { data: { json: Result } } };
  return result.data.json;
}

async function layText(chair: BrowserContext, delegate: BrowserContext): Promise<string> {
  const { textId } = await send<{ textId: string }>(chair, 'texts.create', {
    bodyCode: 'CCD',
    title: `A long text to type in, ${new Date().toISOString()}`,
    reference: '',
    marking: { level: 0, releasableTo: ['ALLIES'] },
    withThread: false,
  });
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) => ({
    id: crypto.randomUUID(),
    kind: 'paragraph',
    parts: [{ text: `${WORDS.repeat(2)}This is paragraph ${index + 1}.` }],
  }));
  await send(chair, 'texts.makeVersion', { textId, base: 0, paragraphs, note: '', kept: [], takesIn: [] });
  for (let count = 0; count < AMENDMENTS; count += 1) {
    const paragraphId = paragraphs[(count * 7) % PARAGRAPHS]?.id;
    const words = `${WORDS.repeat(2)}Number ${count} says it otherwise.`;
    await send(delegate, 'texts.table', {
      ...{ textId, base: 1, kind: 'replace', paragraphId, words },
      reason: 'It reads better.',
    });
  }
  return textId;
}

type Measured = { keys: number; delay: number[]; paint: number[]; long: number[]; used: number[] };

/** Types until the editor answers: its live stream never lets the network fall idle, and a person would wait for no less. */
async function answering(page: Page, field: Locator): Promise<void> {
  await field.waitFor();
  const undo = page.getByRole('button', { name: 'Undo' });
  for (let tried = 0; await undo.isDisabled(); tried += 1) {
    if (tried === 240) throw new Error('The editor did not answer within two minutes.');
    await field.press('a');
    await page.waitForTimeout(500);
  }
}

/** What the browser says of each key: how long it waited, and how long until it was painted; and its long tasks. */
async function measure(page: Page, textId: string): Promise<Measured> {
  await page.goto(`/consult/texts/${textId}/version`);
  const field = page.getByRole('textbox', { name: 'Paragraph 150', exact: true });
  await answering(page, field);
  await page.evaluate(() => {
    const seen = { delay: [] as number[], paint: [] as number[], long: [] as number[] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (entry.name !== 'keydown') continue;
        seen.delay.push(entry.processingStart - entry.startTime);
        seen.paint.push(entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.long.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  await field.focus();
  await browser.startTracing(page, { categories: ['toplevel'] });
  for (let pressed = 0; pressed < KEYS; pressed += 1) {
    await page.keyboard.press(pressed % 7 === 6 ? 'Space' : 'a');
    await page.waitForTimeout(40);
  }
  await page.waitForTimeout(2_500);
  const used = taskTimes(await browser.stopTracing());
  const seen = await page.evaluate(
    () => (window as unknown as { seen: Omit<Measured, 'keys' | 'used'> }).seen,
  );
  return { keys: KEYS, ...seen, used };
}

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
};

/** Processor time of each task of a page's main thread, in milliseconds. */
function taskTimes(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  );
  return traceEvents
    .filter((one) => one.ph === 'X' && one.name.endsWith('RunTask') && pages.has(thread(one)))
    .map(({ tdur = 0 }) => tdur / 1000);
}

const most = (numbers: readonly number[]) => Math.round(Math.max(0, ...numbers) * 10) / 10;

const browser = await chromium.launch({
  executablePath: browserPath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const open = () => browser.newContext({ baseURL: portalUrl, viewport: { width: 1440, height: 900 } });
  const [chair, delegate] = [await open(), await open()];
  await signIn(chair, persona('chair'), 'chair');
  await signIn(delegate, account('nor-delegate'), 'delegate');
  const textId = process.argv[2] ?? (await layText(chair, delegate));
  const page = await chair.newPage();
  page.setDefaultTimeout(120_000);
  const { keys, delay, paint, long, used } = await measure(page, textId);
  const report = {
    ...{ textId, paragraphs: PARAGRAPHS, amendments: AMENDMENTS, keys },
    slowKeys: paint.length,
    mostDelayMs: most(delay),
    mostToPaintMs: most(paint),
    longTasks: long.length,
    longestTaskMs: most(long),
    longestTaskCpuMs: most(used),
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (report.mostDelayMs > MOST_DELAY) process.exitCode = 1;
} finally {
  await browser.close();
}
