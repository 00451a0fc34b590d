/**
 * The shapes of the demo alliance. Everything here is plain data, the same on every machine:
 * no clock, no randomness. Instants are offsets that the seed adds to the moment it runs.
 */

/** The two languages every text of the demo exists in. */
export type Lang = 'en' | 'fr';

/** One text in both languages. */
export type Bilingual = { readonly en: string; readonly fr: string };

/** What kind of party: only a nation is an Ally; a `team` is an organisation that belongs to a nation. */
export type PartyKind = 'nation' | 'headquarters' | 'team' | 'partner' | 'industry';

/** A nation or an organisation. */
export type PartySeed = {
  /** Three letters, unique. Also the mail domain: `<code in lower case>.example`. */
  readonly code: string;
  readonly kind: PartyKind;
  readonly name: Bilingual;
  /** An IANA name. */
  readonly timeZone: string;
  /** The language its people start with. */
  readonly language: Lang;
  readonly region: Bilingual;
  /** The nation an organisation belongs to, or null. */
  readonly nation: string | null;
};

/** What a person may be appointed to. `learner` is everybody who takes courses for a party. */
export type RoleName =
  | 'administrator'
  | 'headOfDelegation'
  | 'delegate'
  | 'chair'
  | 'secretariat'
  | 'contributor'
  | 'trainingCoordinator'
  | 'securityOfficer'
  | 'courseDirector'
  | 'instructor'
  | 'learner';

/** A role and what it is held for: the alliance as a whole, a party's code, a body's code, or a course's slug. */
export type RoleSeed =
  | { readonly role: 'administrator'; readonly scope: 'alliance'; readonly of: null }
  | {
      readonly role: 'trainingCoordinator' | 'securityOfficer' | 'learner';
      readonly scope: 'party';
      readonly of: string;
    }
  | {
      readonly role: 'headOfDelegation' | 'delegate' | 'chair' | 'secretariat' | 'contributor';
      readonly scope: 'body';
      readonly of: string;
    }
  | { readonly role: 'courseDirector' | 'instructor'; readonly scope: 'course'; readonly of: string };

/** A person's name: as shown, in the person's own script, and in Latin letters where that differs. */
export type NameSeed = {
  readonly given: string;
  readonly family: string;
  readonly latin?: { readonly given: string; readonly family: string };
};

/** A person. Keys say the post, not the name: `nor-head`, `cal-delegate`, `hqa-admin-1`. */
export type PersonSeed = NameSeed & {
  readonly key: string;
  readonly email: string;
  readonly party: string;
  readonly jobTitle: Bilingual;
  readonly locale: Lang;
  /** The level the party's security officer has attested, `R` for all who sit in bodies. */
  readonly attested: LevelCode;
  readonly roles: readonly RoleSeed[];
  /** What a delegate may do for the nation in its bodies besides speaking. */
  readonly powers?: readonly ('position' | 'break')[];
};

/** A committee. Its chair and secretariat are people of the headquarters; its members are nations. */
export type BodySeed = {
  readonly code: string;
  readonly name: Bilingual;
  readonly timeZone: string;
  readonly chair: string;
  readonly secretariat: string;
  readonly members: readonly string[];
  /** Parties that are no members, whose people may contribute where a marking lets them read. */
  readonly contributors: readonly string[];
  readonly minimumSilenceHours: number;
  /** Local time of the body's zone; days as ISO numbers, Monday 1. */
  readonly workingHours: { readonly from: string; readonly to: string; readonly days: readonly number[] };
};

/** `U` is ALLIANCE UNCLASSIFIED, `R` is ALLIANCE RESTRICTED. */
export type LevelCode = 'U' | 'R';

/** `ALLIES` means the 32 nations and the headquarters, written out when the marking is made. */
export type ReleasableSeed = 'ALLIES' | readonly string[];

/** One entry of a thread. What is absent is taken from the thread. */
export type ContributionSeed = {
  readonly author: string;
  readonly minutesAfterStart: number;
  readonly language: Lang;
  /** Markdown. Quoted lines start with `> `; a mention is `@[person key]`. */
  readonly markdown: string;
  /** Index, in the same thread, of the contribution the quoted lines come from. */
  readonly quoteOf?: number;
  readonly level?: LevelCode;
  readonly releasableTo?: ReleasableSeed;
  /** What it said before its author edited it, and when the edit was made. */
  readonly edit?: { readonly earlierMarkdown: string; readonly minutesAfterStart: number };
};

/** A topic under a body. */
export type ThreadSeed = {
  readonly key: string;
  readonly body: string;
  readonly title: string;
  readonly language: Lang;
  readonly level: LevelCode;
  readonly releasableTo: ReleasableSeed;
  /** `body`: everybody the body concerns; else exactly these people. */
  readonly needToKnow: 'body' | readonly string[];
  /** Whole days before the seed runs at which the first contribution was written. */
  readonly startedDaysAgo: number;
  readonly contributions: readonly ContributionSeed[];
  /** Who closed it a day after its last contribution, and why. */
  readonly closed?: { readonly by: string; readonly reason: string };
};

/** People who take a course together. Offsets are days from the moment the seed runs. */
export type CohortSeed = {
  readonly key: string;
  readonly course: string;
  readonly name: Bilingual;
  readonly startsInDays: number;
  readonly dueInDays: number;
  readonly seats: Readonly<Record<string, number>>;
  readonly members: readonly string[];
  /** Who asks for a seat beside the members, in this order; agreed to by their training coordinator or not yet. */
  readonly asks?: readonly { readonly key: string; readonly agreed: boolean }[];
  readonly approval?: 'none' | 'coordinator' | 'both';
  readonly sharedSeats?: number;
};
