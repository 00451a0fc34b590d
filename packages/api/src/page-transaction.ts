import { type Context, inTransaction, type RequestInfo } from './context.ts';
import type { Services } from './services.ts';

type Open = { context: Promise<Context>; users: number; close: () => void };

/**
 * The queries of one page in one transaction: the first to ask opens it, those that come while it is used share it,
 * and it ends when the last has its answer. A page and the frame around it thus see one state, and pay for one.
 */
export class PageTransaction {
  readonly #services: Services;
  readonly #request: RequestInfo;
  #open: Open | undefined;

  constructor(services: Services, request: RequestInfo) {
    this.#services = services;
    this.#request = request;
  }

  /** Runs a query's work; what fails closes the door behind it, so that the next asks in a fresh transaction. */
  async run<Result>(work: (ctx: Context) => Promise<Result>): Promise<Result> {
    this.#open ??= this.#begin();
    const open = this.#open;
    open.users += 1;
    try {
      return await work(await open.context);
    } catch (error) {
      this.#leave(open);
      throw error;
    } finally {
      open.users -= 1;
      // The page may ask again with what it has just heard.
      if (open.users === 0) setImmediate(() => this.#closeUnused(open));
    }
  }

  #begin(): Open {
    let close = () => {};
    const ended = new Promise<void>((resolve) => {
      close = resolve;
    });
    const context = new Promise<Context>((resolve, reject) => {
      inTransaction(this.#services, this.#request, (entered) => {
        resolve(entered);
        return ended;
      }).catch(reject);
    });
    return { context, users: 0, close };
  }

  #closeUnused(open: Open): void {
    if (open.users > 0) return;
    this.#leave(open);
    open.close();
  }

  #leave(open: Open): void {
    if (this.#open === open) this.#open = undefined;
  }
}
