import { type Failure, readFailure } from '#commands/failure.ts';
import { forgetLocal, keepLocal, localText } from './local-text.ts';

/** One part given another place, as the command takes it. Its id makes it have one effect, however often it is sent. */
export type Move = {
  commandId: string;
  courseId: string;
  part: 'unit' | 'activity';
  id: string;
  unitId: string | null;
  at: number;
};

type Options = {
  courseId: string;
  /** Which draft the moves are of: what was kept of another is forgotten. */
  draft: string;
  send: (move: Move) => Promise<{ revision: number }>;
  onSent: (revision: number) => void;
  /** What was moved was not taken: that one and those after it are given up. */
  onRefused: (failure: Failure) => void;
  /** Whether moves wait for a connection. */
  onWaiting: (waiting: boolean) => void;
};

const RETRY_MS = 5_000;

/** Moves of a draft's parts in the order they were made: kept in the browser, and sent one after another until taken. */
export class MoveLine {
  readonly #options: Options;
  readonly #place: string;
  #moves: Move[];
  #line: Promise<boolean> = Promise.resolve(true);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#place = `moves.${options.courseId}`;
    const kept = localText(this.#place);
    this.#moves = kept?.base === options.draft ? (JSON.parse(kept.text) as Move[]) : [];
    this.#keep();
  }

  /** What was moved and is not known to be on the server. */
  get moves(): readonly Move[] {
    return this.#moves;
  }

  /** Takes a move; true once all there are have arrived or were refused. */
  add(move: Move): Promise<boolean> {
    this.#moves = [...this.#moves, move];
    this.#keep();
    return this.flush();
  }

  /** Sends what waits; false where there is no connection. */
  flush(): Promise<boolean> {
    this.#line = this.#line.then(() => this.#sendAll());
    return this.#line;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #sendAll(): Promise<boolean> {
    clearTimeout(this.#timer);
    for (let next = this.#moves[0]; next; next = this.#moves[0]) {
      try {
        const { revision } = await this.#options.send(next);
        this.#moves = this.#moves.slice(1);
        this.#keep();
        this.#options.onSent(revision);
      } catch (error) {
        const failure = readFailure(error);
        if (failure.kind === 'offline') return this.#wait();
        this.#moves = [];
        this.#keep();
        this.#options.onRefused(failure);
      }
    }
    this.#options.onWaiting(false);
    return true;
  }

  #wait(): false {
    this.#timer = setTimeout(() => void this.flush(), RETRY_MS);
    this.#options.onWaiting(true);
    return false;
  }

  #keep(): void {
    if (this.#moves.length === 0) forgetLocal(this.#place);
    else keepLocal(this.#place, { text: JSON.stringify(this.#moves), base: this.#options.draft });
  }
}
