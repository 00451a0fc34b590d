/**
 * One intent of a person, which may take several tries. The id stays the same while the same thing is sent again,
 * so that a try whose answer was lost takes effect once; when what is sent changes, it is another intent.
 */
export class Intent {
  #id = '';
  #sent: string | undefined;
  readonly #makeId: () => string;

  constructor(makeId: () => string = () => crypto.randomUUID()) {
    this.#makeId = makeId;
  }

  /** The command id for this input: the one of the last try if it sent the same. */
  idFor(input: unknown): string {
    const sent = JSON.stringify(input);
    if (this.#sent !== sent) {
      this.#id = this.#makeId();
      this.#sent = sent;
    }
    return this.#id;
  }

  /** The intent has had its effect: the next try is a new one, even with the same input. */
  settle(): void {
    this.#sent = undefined;
  }
}
