import type { Actor, Context } from '../../context.ts';

/** Whose day is read, in which language, at which instant of the database's clock. */
export type Reading = Pick<Context, 'tx' | 'services' | 'afterCommit' | 'locale' | 'now'> & {
  personId: string;
  /** The party they act for. */
  partyId: string;
  /** Whom they act for, and in what: silence waits for nations. */
  actor: Pick<Actor, 'partyId' | 'appointments'>;
};
