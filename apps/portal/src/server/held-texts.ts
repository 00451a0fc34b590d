import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { HELD_TEXTS } from '../components/held/texts.ts';

const answers = new AsyncLocalStorage<Map<string, string>>();
Reflect.set(globalThis, HELD_TEXTS, answers);

/**
 * Answers with a document whose long texts stand in it once: React would carry each a second time, for the script that
 * takes the page over (components/held). What Next asks for in a page that is open already gets its texts as data.
 */
export function withHeldTexts<Result>(request: IncomingMessage, answer: () => Result): Result {
  const document = request.method === 'GET' && request.headers.rsc === undefined;
  return document ? answers.run(new Map(), answer) : answer();
}
