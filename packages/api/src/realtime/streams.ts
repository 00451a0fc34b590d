/** One browser's open stream. */
export interface LiveStream {
  readonly personId: string;
  readonly sessionId: string;
  /** How strongly its session was signed in. */
  readonly strength: number;
  /** Sends; a browser too slow to be waited for is cut off. */
  write(bytes: Buffer): void;
  end(): void;
}

/** The open streams of this process, by person. */
export class Streams {
  readonly #byPerson = new Map<string, Set<LiveStream>>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(stream: LiveStream): void {
    const of = this.#byPerson.get(stream.personId) ?? new Set();
    this.#byPerson.set(stream.personId, of.add(stream));
    this.#count += 1;
  }

  remove(stream: LiveStream): void {
    const of = this.#byPerson.get(stream.personId);
    if (!of?.delete(stream)) return;
    this.#count -= 1;
    if (of.size === 0) this.#byPerson.delete(stream.personId);
  }

  of(personId: string): ReadonlySet<LiveStream> {
    return this.#byPerson.get(personId) ?? new Set();
  }

  /** The people who are here, by the strength of their sign-in; one may be in two groups. */
  byStrength(): Map<number, string[]> {
    const groups = new Map<number, Set<string>>();
    for (const stream of this) {
      const group = groups.get(stream.strength) ?? new Set();
      groups.set(stream.strength, group.add(stream.personId));
    }
    return new Map([...groups].map(([strength, people]) => [strength, [...people]]));
  }

  *[Symbol.iterator](): Generator<LiveStream> {
    for (const of of this.#byPerson.values()) yield* of;
  }
}
