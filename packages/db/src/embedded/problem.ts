/** What went wrong with the embedded database, worded for the person who started it. */
export class EmbeddedProblem extends Error {
  readonly code: 'running' | 'version' | 'unsupported' | 'failed';

  constructor(code: EmbeddedProblem['code'], message: string) {
    super(message);
    this.name = 'EmbeddedProblem';
    this.code = code;
  }
}
