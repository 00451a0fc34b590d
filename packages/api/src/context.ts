import { createHash } from 'node:crypto';
import type { Tx } from '@concord/db/client';
import type { Locale, Role, Scope, Theme } from '@concord/db/enums';
import { type SQL, sql } from 'drizzle-orm';
import type { Services } from './services.ts';

/** A role held now, and for what. */
export type HeldAppointment = { id: string; role: Role; scope: Scope; scopeId: string | null };

/** Who acts: loaded from the database at each procedure, never from a token. */
export type Actor = {
  personId: string;
  /** The party they act for: the nation, when their organisation belongs to one. */
  partyId: string;
  ownPartyId: string;
  name: string;
  locale: Locale;
  theme: Theme;
  timeZone: string;
  sessionId: string;
  /** 1 password, 2 password and second factor. */
  strength: number;
  verifiedAt: Date;
  /** The highest level they may read now, under the ceiling and their sign-in's strength. */
  level: number;
  caveats: string[];
  appointments: HeldAppointment[];
  /** The exercise this session is inside of, whose consultation is then the only one there is; null outside any. */
  exerciseId: string | null;
};

/** What a request says of itself before anything is looked up. */
export type RequestInfo = {
  sessionToken: string | null;
  requestId: string;
  address: string;
  userAgent: string | null;
  /** The language chosen in this browser; null where none was. */
  chosenLocale: Locale | null;
  /** The language the browser asks for. */
  browserLocale: Locale;
};

/** What every query and command works with: one transaction, the actor and the database's clock. */
export type Context = RequestInfo & {
  services: Services;
  tx: Tx;
  actor: Actor | null;
  now: Date;
  /** What is answered in: as chosen here, else the person's own, else what the browser asks for. */
  locale: Locale;
  /** Of a job that works on an exercise's copy: which exercise. A request's is its actor's. */
  exerciseId?: string | null;
  /** Of a command: the id it was claimed by, and whether it is the first of it; null where nothing was claimed. */
  claimed: (Claim & { first: boolean }) | null;
  /** Runs once the transaction has committed; never when it has not. */
  afterCommit: (effect: () => void) => void;
};

export type SignedIn = Context & { actor: Actor };

/** How a session's token is stored and looked up. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The language of an answer. Pages choose by the same order (portal: i18n/request.ts). */
export function localeFor({ chosenLocale, browserLocale }: RequestInfo, actor: Actor | null): Locale {
  return chosenLocale ?? actor?.locale ?? browserLocale;
}

/** What a command is known by when it comes again. */
export type Claim = { commandId: string; procedure: string; inputHash: string };

/** Runs a request's work in one transaction of the application's role, entered as the session's person. */
export async function inTransaction<Result>(
  services: Services,
  request: RequestInfo,
  work: (ctx: Context) => Promise<Result>,
  claim?: Claim,
): Promise<Result> {
  return committed(async (afterCommit) =>
    services.app.db.transaction(async (tx) => {
      const { actor, now, claimed } = await enter(tx, request.sessionToken, claim);
      const locale = localeFor(request, actor);
      return work({ ...request, services, tx, actor, now, locale, claimed, afterCommit });
    }),
  );
}

/** As sign-in itself, before there is a person: only sign-in's own tables open. */
export async function asAuth<Result>(
  services: Pick<Services, 'app'>,
  work: (ctx: { tx: Tx; now: Date }) => Promise<Result>,
): Promise<Result> {
  return services.app.db.transaction(async (tx) => {
    const [row] = await tx.execute<{ now: string }>(
      sql`select set_config('concord.mode', 'auth', true), clock_timestamp()::text as now`,
    );
    return work({ tx, now: new Date(String(row?.now)) });
  });
}

/** As the portal itself (operator's verbs, jobs): the worker's role, which sees everything, and nobody as actor. */
export async function asWorker<Result>(
  services: Services,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  return committed(async (afterCommit) =>
    services.worker().db.transaction(async (tx) => {
      const [row] = await tx.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
      return work({
        ...nobody,
        locale: nobody.browserLocale,
        services,
        tx,
        actor: null,
        now: new Date(String(row?.now)),
        claimed: null,
        afterCommit,
      });
    }),
  );
}

const nobody: RequestInfo = {
  sessionToken: null,
  requestId: 'worker',
  address: '',
  userAgent: null,
  chosenLocale: null,
  browserLocale: 'en',
};

/** Runs work and, once it has committed, what it left to do after that. */
export async function committed<Result>(
  run: (afterCommit: Context['afterCommit']) => Promise<Result>,
): Promise<Result> {
  const effects: (() => void)[] = [];
  const result = await run((effect) => effects.push(effect));
  for (const effect of effects) effect();
  return result;
}

/**
 * A command that is one expression of SQL, as a transaction of its own: its person is entered in the same statement, which
 * spares BEGIN, COMMIT and a wait. It is not done for nobody, nor from inside an exercise.
 */
export async function inOneStatement<Answer>(
  services: Services,
  { sessionToken }: RequestInfo,
  answer: SQL,
): Promise<{ actor: Actor | null; answer: Answer | null }> {
  const [row] = await services.app.db.execute<Entered & { answer: Answer | null }>(sql`
    select entered, case when entered->'actor'->>'personId' is not null and entered->'actor'->>'exerciseId' is null
      then ${answer} end as answer
    from concord.enter(${hashOf(sessionToken)}) as entered`);
  if (!row) throw new Error('concord.enter gave no row.');
  return { actor: actorOf(row), answer: row.answer };
}

type Entered = { entered: { now: string; actor: (Actor & { verifiedAt: string }) | null } };

/** The person of a session; and a command's id taken for them in the same statement, which is one wait less. */
async function enter(tx: Tx, sessionToken: string | null, claim: Claim | undefined) {
  const hash = hashOf(sessionToken);
  const [row] = await tx.execute<Entered & { claimed: boolean | null }>(
    claim
      ? sql`select entered, concord.claim(entered, ${claim.commandId}, ${claim.procedure}, ${claim.inputHash}) as claimed
          from concord.enter(${hash}) as entered`
      : sql`select concord.enter(${hash}) as entered, null as claimed`,
  );
  if (!row) throw new Error('concord.enter gave no row.');
  return {
    now: new Date(row.entered.now),
    actor: actorOf(row),
    claimed: claim && row.claimed !== null ? { ...claim, first: row.claimed } : null,
  };
}

const hashOf = (sessionToken: string | null) => (sessionToken ? hashToken(sessionToken) : '');

function actorOf({ entered: { actor } }: Entered): Actor | null {
  return actor && { ...actor, verifiedAt: new Date(actor.verifiedAt) };
}
