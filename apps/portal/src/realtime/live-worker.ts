/// <reference lib="webworker" />
import { holdStream } from './stream.ts';

/** One stream for all tabs of one person: the worker holds it and passes on what it says. */
const tabs = new Set<MessagePort>();
let release: (() => void) | undefined;

(self as unknown as SharedWorkerGlobalScope).onconnect = (event) => {
  const [tab] = event.ports;
  if (!tab) return;
  tabs.add(tab);
  tab.onmessage = ({ data }) => {
    if (data === 'leave') leave(tab);
  };
  release ??= holdStream((news) => {
    for (const one of tabs) one.postMessage(news);
  });
};

function leave(tab: MessagePort) {
  tabs.delete(tab);
  tab.close();
  if (tabs.size > 0) return;
  release?.();
  release = undefined;
}
