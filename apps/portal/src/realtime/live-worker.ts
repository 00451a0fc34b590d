/// <reference lib="webworker" />
import { holdStream, type StreamNews } from './stream.ts';

/** How long news is kept for a tab whose page was made before and which joins after, in milliseconds. */
const KEPT_MS = 30_000;

/** One stream for all tabs of one person: the worker holds it and passes on what it says. */
const tabs = new Set<MessagePort>();
let lately: { at: number; news: StreamNews }[] = [];
let release: (() => void) | undefined;

(self as unknown as SharedWorkerGlobalScope).onconnect = (event) => {
  const [tab] = event.ports;
  if (!tab) return;
  tab.onmessage = ({ data }) => {
    if (data === 'leave') leave(tab);
    else if (typeof data === 'number') join(tab, data);
  };
};

/** A tab joins with the time its page was asked for: it hears what was told since. */
function join(tab: MessagePort, since: number) {
  tabs.add(tab);
  for (const { at, news } of lately) if (at >= since) tab.postMessage(news);
  release ??= holdStream(tell, since);
}

function tell(news: StreamNews) {
  const now = Date.now();
  lately = [...lately.filter(({ at }) => at > now - KEPT_MS), { at: now, news }];
  for (const tab of tabs) tab.postMessage(news);
}

function leave(tab: MessagePort) {
  tabs.delete(tab);
  tab.close();
  if (tabs.size > 0) return;
  release?.();
  release = undefined;
  lately = [];
}
