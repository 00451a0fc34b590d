import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Transform } from 'node:stream';
import { brotliCompressSync, constants, createBrotliCompress, createGzip, gzipSync } from 'node:zlib';
import { reads } from './encoding.ts';
import { readableWithoutScript } from './last-resort.ts';

/** How long nothing may come of an answer before what there is of it goes out. */
const PATIENCE_MS = 40;
/** And how long at most it is collected. */
const MOST_MS = 600;
/** Heard so much too late, silence was this process's own: it had other pages to write. */
const BUSY_MS = 10;
/** Below this, compressing saves no packet. */
const SMALLEST = 1024;
const TEXT = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg\+xml)/;

// On a whole page these make less than gzip's usual level does, in a fifth of its time.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const gzip = { level: 1 };

const codings = {
  br: {
    whole: (body: Buffer) => brotliCompressSync(body, brotli),
    inPieces: () => createBrotliCompress({ ...brotli, flush: constants.BROTLI_OPERATION_FLUSH }),
  },
  gzip: {
    whole: (body: Buffer) => gzipSync(body, gzip),
    inPieces: () => createGzip({ ...gzip, flush: constants.Z_SYNC_FLUSH }),
  },
};
type Coding = keyof typeof codings;
type Chunk = string | Uint8Array;
type Original = Pick<ServerResponse, 'write' | 'end' | 'flushHeaders'>;

/**
 * Collects an answer that is written in many small pieces, as Next writes a page, and sends it as one, compressed.
 * One that falls silent for a moment goes out as it comes, so that its reader sees the beginning. What is no text passes
 * untouched.
 */
export function gatherAnswer(request: IncomingMessage, response: ServerResponse): void {
  const { write, end, flushHeaders } = response;
  const gathering = new Gathering(response, { write, end, flushHeaders }, codingFor(request));
  response.flushHeaders = () => undefined;
  response.write = ((...args: [Chunk]) => gathering.write(...args)) as typeof write;
  response.end = ((...args: [Chunk?]) => gathering.end(...args)) as typeof end;
  response.once('close', () => gathering.drop());
}

class Gathering {
  readonly #response: ServerResponse;
  readonly #original: Original;
  readonly #coding: Coding | undefined;
  readonly #pieces: Buffer[] = [];
  #timer: NodeJS.Timeout | undefined;
  #begun = 0;
  #heard = 0;
  #compressor: Transform | undefined;

  constructor(response: ServerResponse, original: Original, coding: Coding | undefined) {
    this.#response = response;
    this.#original = original;
    this.#coding = coding;
  }

  write(...args: [Chunk]): boolean {
    if (this.#compressor) return this.#compressor.write(...args);
    if (!this.#gathers()) return this.#letGo().write(...args);
    this.#pieces.push(Buffer.from(args[0] as string));
    this.#listen();
    return true;
  }

  end(...args: [Chunk?]): ServerResponse {
    if (this.#compressor) {
      this.#compressor.end(...args);
      return this.#response;
    }
    const response = this.#letGo();
    const [last] = args;
    const whole = Buffer.concat(last ? [...this.#pieces, Buffer.from(last as string)] : this.#pieces);
    const body = response.statusCode < 500 ? whole : Buffer.from(readableWithoutScript(whole.toString()));
    if (body.length === 0 || !this.#gathers()) return response.end(...args);
    const coding = body.length < SMALLEST ? undefined : this.#coding;
    const sent = coding ? codings[coding].whole(body) : body;
    announce(response, coding);
    return response.setHeader('Content-Length', sent.length).end(sent);
  }

  /** The reader has gone. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#compressor?.destroy();
  }

  #gathers(): boolean {
    const { headersSent, statusCode } = this.#response;
    if (headersSent || statusCode === 304 || this.#response.hasHeader('Content-Encoding')) return false;
    return TEXT.test(String(this.#response.getHeader('Content-Type')));
  }

  /** From here on the answer is written as if it had never been collected. */
  #letGo(): ServerResponse {
    clearTimeout(this.#timer);
    return Object.assign(this.#response, this.#original);
  }

  #listen(): void {
    this.#heard = performance.now();
    this.#begun ||= this.#heard;
    if (this.#heard - this.#begun > MOST_MS) this.#hurry();
    else this.#timer = this.#timer?.refresh() ?? setTimeout(() => this.#silence(), PATIENCE_MS);
  }

  #silence(): void {
    const now = performance.now();
    const busy = now - this.#heard > PATIENCE_MS + BUSY_MS;
    if (busy) this.#listen();
    else this.#hurry();
  }

  /** Patience has run out: what is collected goes out, and the rest as it comes. */
  #hurry(): void {
    const { write, end } = this.#response;
    const response = this.#letGo();
    response.removeHeader('Content-Length');
    announce(response, this.#coding);
    const collected = Buffer.concat(this.#pieces);
    if (!this.#coding) return void response.write(collected);
    const compressor = codings[this.#coding].inPieces();
    compressor.on('data', (part: Buffer) => Reflect.apply(this.#original.write, response, [part]));
    compressor.on('end', () => Reflect.apply(this.#original.end, response, []));
    compressor.on('drain', () => response.emit('drain'));
    compressor.write(collected);
    this.#compressor = compressor;
    Object.assign(response, { write, end });
  }
}

function codingFor({ headers }: IncomingMessage): Coding | undefined {
  return (['br', 'gzip'] as const).find((coding) => reads(headers['accept-encoding'], coding));
}

function announce(response: ServerResponse, coding: Coding | undefined): void {
  const vary = response.getHeader('Vary');
  response.setHeader('Vary', vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding`);
  if (coding) response.setHeader('Content-Encoding', coding);
}
