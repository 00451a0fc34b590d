import { randomUUID } from 'node:crypto';
import { PASSWORD } from '../seed/people.ts';
import type { Seeded } from '../seed/seed.ts';
import { COMMON_WORD, RARE_WORD } from '../seed/texts.ts';
import { type Answer, Client } from './client.ts';

/** Where the portal and the floors answer, and what was seeded. */
export interface Targets {
  portal: string;
  sessionCookie: string;
  csrfCookie: string;
  hello: string;
  next: string;
  seeded: Seeded;
}

/** One connection of one person: `once` does the work one time and says what came back, compressed. */
export interface Visitor {
  once(): Promise<number>;
  close(): void;
}

type MakeVisitor = (targets: Targets, index: number) => Visitor;

/** What is measured, by the name it is asked by. */
export const visitors: Readonly<Record<string, MakeVisitor>> = {
  hello: (targets) => reading(new Client(targets.hello), (client) => client.get('/')),
  'next-page': (targets) => reading(new Client(targets.next), (client) => client.get('/')),
  today: page(() => '/'),
  catalogue: page(() => '/learn'),
  course: page(({ course }) => `/learn/${course.slug}`),
  unit: page(({ course }) => `/learn/${course.slug}/${course.pageKey}`),
  'my-learning': page(() => '/learn/mine'),
  readiness: page(({ readiness }) => `/people/readiness?party=${readiness.party}`),
  'readiness-state': page(({ readiness }) => `/people/readiness?party=${readiness.party}&state=expired`),
  body: page(({ consultation }) => `/consult/${consultation.bodyCode}`),
  thread: page((seeded, index) => `/consult/threads/${threadOf(seeded, index)}`),
  'thread-data': (targets, index) =>
    reading(signedIn(targets, index), (client) =>
      client.query('threads.page', { threadId: threadOf(targets.seeded, index) }),
    ),
  'text-room': page(({ consultation }) => `/consult/texts/${consultation.text.textId}`),
  'text-amendments': page(({ consultation }) => `/consult/texts/${consultation.text.textId}?view=amendments`),
  'text-matrix': page(({ consultation }) => `/consult/texts/${consultation.text.textId}?view=matrix`),
  'text-redline': (targets, index) =>
    reading(signedIn(targets, index), (client) =>
      client.query('texts.byId', { textId: targets.seeded.consultation.text.textId, since: 1 }),
    ),
  post: (targets, index) => posting(targets, index),
  quiz: (targets, index) => quizzing(targets, index),
  'item-analysis': (targets, index) =>
    reading(signedIn(targets, index), (client) =>
      client.query('quizzes.analysis', { activityId: targets.seeded.analysis.quizId }),
    ),
  'search-common': searching(COMMON_WORD),
  'search-rare': searching(RARE_WORD),
  'sign-in': (targets, index) => signingIn(targets, index),
};

function threadOf({ consultation: { threads } }: Seeded, index: number): string {
  return threads[index % threads.length] ?? '';
}

/** A client with the session of one of the readers. */
export function signedIn({ portal, sessionCookie, seeded }: Targets, index: number): Client {
  const reader = seeded.readers[index % seeded.readers.length];
  return new Client(portal, { [sessionCookie]: reader?.token ?? '' });
}

function page(path: (seeded: Seeded, index: number) => string): MakeVisitor {
  return (targets, index) => {
    const address = path(targets.seeded, index);
    return reading(signedIn(targets, index), (client) => client.get(address));
  };
}

function searching(word: string): MakeVisitor {
  return (targets, index) =>
    reading(signedIn(targets, index), (client) => client.query('search.contributions', { query: word }));
}

function reading(client: Client, ask: (client: Client) => Promise<Answer>): Visitor {
  return {
    async once() {
      const answer = await ask(client);
      if (answer.status !== 200) throw new Error(`status ${answer.status}`);
      return answer.bytes;
    },
    close: () => client.close(),
  };
}

function posting(targets: Targets, index: number): Visitor {
  const client = signedIn(targets, index);
  const threadId = threadOf(targets.seeded, index);
  return {
    async once() {
      await post(client, threadId);
      return 0;
    },
    close: () => client.close(),
  };
}

let posted = 0;

/** Writes one contribution and gives its id. Every third holds the common word, as those do that were seeded. */
export async function post(client: Client, threadId: string): Promise<string> {
  posted += 1;
  const what = posted % 3 === 0 ? COMMON_WORD : 'draft';
  const { contributionId } = await client.command<{ contributionId: string }>('contributions.contribute', {
    commandId: randomUUID(),
    threadId,
    text: `We have read of the ${what} and **agree** with its second part.\n\n- One remark on the first line.\n- None on the rest.`,
  });
  return contributionId;
}

/** A whole quiz: start, an answer to each question, hand in. */
function quizzing(targets: Targets, index: number): Visitor {
  const client = signedIn(targets, index);
  const { course } = targets.seeded;
  const where = { enrolmentId: course.enrolments[index] ?? '', activityId: course.quizId };
  return {
    async once() {
      const { attemptId } = await client.command<{ attemptId: string }>('quizzes.start', {
        commandId: randomUUID(),
        ...where,
      });
      for (const questionKey of course.questionKeys) {
        const answer = { choices: ['a'] };
        await client.command('quizzes.save', { attemptId, questionKey, sequence: 1, answer });
      }
      await client.command('quizzes.submit', { commandId: randomUUID(), attemptId });
      return 0;
    },
    close: () => client.close(),
  };
}

/** Signs in by e-mail and password, each time from another address, as a headquarters' many people would. */
function signingIn(targets: Targets, index: number): Visitor {
  let count = 0;
  return {
    async once() {
      count += 1;
      const client = new Client(targets.portal);
      try {
        return await signIn(client, targets, index, `10.${index}.${(count >> 8) & 255}.${count & 255}`);
      } finally {
        client.close();
      }
    },
    close: () => undefined,
  };
}

async function signIn(client: Client, targets: Targets, index: number, address: string): Promise<number> {
  const from = { 'x-forwarded-for': address, 'accept-encoding': 'identity' };
  const given = await client.get('/api/auth/csrf', from);
  const { csrfToken } = JSON.parse(given.body.toString()) as { csrfToken: string };
  const form = new URLSearchParams({
    csrfToken,
    email: targets.seeded.readers[index]?.email ?? '',
    password: PASSWORD,
    json: 'true',
    callbackUrl: targets.portal,
  });
  const answer = await client.post(
    '/api/auth/callback/password',
    form.toString(),
    'application/x-www-form-urlencoded',
    from,
  );
  const cookies = answer.headers['set-cookie'] ?? [];
  if (!cookies.some((line) => line.startsWith(`${targets.sessionCookie}=`)))
    throw new Error(`no session: ${answer.status} ${answer.body.toString().slice(0, 200)}`);
  return given.bytes + answer.bytes;
}
