import http from 'node:http';

/** An answer and what it weighed on the wire, compressed as it came. */
export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  bytes: number;
  body: Buffer;
}

/** One browser's connection: kept alive, one request at a time, with its own cookies. */
export class Client {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  readonly #origin: URL;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, cookies: Record<string, string> = {}) {
    this.#origin = new URL(origin);
    for (const [name, value] of Object.entries(cookies)) this.#cookies.set(name, value);
  }

  get(path: string, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> {
    return this.#send('GET', path, undefined, headers);
  }

  post(
    path: string,
    body: string,
    type = 'application/json',
    headers: http.OutgoingHttpHeaders = {},
  ): Promise<Answer> {
    return this.#send('POST', path, body, { 'content-type': type, ...headers });
  }

  /** A query of the API; the answer as it came. */
  query(path: string, input: unknown): Promise<Answer> {
    const text = encodeURIComponent(JSON.stringify({ json: input }));
    return this.get(`/api/trpc/${path}?input=${text}`);
  }

  /** A command of the API, and what it gave back. */
  async command<Result>(path: string, input: unknown): Promise<Result> {
    const answer = await this.post(`/api/trpc/${path}`, JSON.stringify({ json: input }), 'application/json', {
      'accept-encoding': 'identity',
    });
    if (answer.status !== 200)
      throw new Error(`${path}: ${answer.status} ${answer.body.toString().slice(0, 300)}`);
    return (JSON.parse(answer.body.toString()) as { result: { data: { json: Result } } }).result.data.json;
  }

  /** The cookies as a request carries them. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(
    method: string,
    path: string,
    body: string | undefined,
    headers: http.OutgoingHttpHeaders,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = http.request(
        new URL(path, this.#origin),
        {
          method,
          agent: this.#agent,
          headers: {
            'accept-encoding': 'br, gzip',
            accept: 'text/html,application/json',
            cookie: this.cookie,
            origin: this.#origin.origin,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
            ...headers,
          },
        },
        (response) => this.#read(response, resolve, reject),
      );
      request.on('error', reject);
      request.setTimeout(60_000, () => request.destroy(new Error(`${path}: no answer in a minute.`)));
      request.end(body);
    });
  }

  #read(
    response: http.IncomingMessage,
    resolve: (answer: Answer) => void,
    reject: (error: Error) => void,
  ): void {
    for (const line of response.headers['set-cookie'] ?? []) {
      const [name, value] = (line.split(';', 1)[0] ?? '').split('=', 2);
      if (name) this.#cookies.set(name, value ?? '');
    }
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('error', reject);
    response.on('end', () => {
      const whole = Buffer.concat(parts);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        bytes: whole.length,
        body: whole,
      });
    });
  }
}
