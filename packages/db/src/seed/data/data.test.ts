import { describe, expect, it } from 'vitest';
import { bodies } from './bodies.ts';
import { cohorts } from './cohorts.ts';
import { allies, nations, parties } from './parties.ts';
import { makePeople, people } from './people.ts';
import { personas, smallGroupThreads } from './personas.ts';
import { releasableParties, threads } from './threads.ts';
import type { ContributionSeed, PersonSeed, ThreadSeed } from './types.ts';

const byKey = new Map(people.map((person) => [person.key, person]));
const partyCodes = new Set(parties.map((party) => party.code));
const bodyCodes = new Set(bodies.map((body) => body.code));

function personOf(key: string): PersonSeed {
  const person = byKey.get(key);
  if (!person) throw new Error(`Nobody has the key ${key}.`);
  return person;
}

/** The nation, when the organisation belongs to one; else the organisation. */
const actingParty = (person: PersonSeed): string =>
  parties.find((party) => party.code === person.party)?.nation ?? person.party;

const inBody = (person: PersonSeed, body: string): boolean =>
  person.roles.some((role) => role.scope === 'body' && role.of === body);

const knows = (person: PersonSeed, thread: ThreadSeed): boolean =>
  thread.needToKnow === 'body' ? inBody(person, thread.body) : thread.needToKnow.includes(person.key);

const setOf = (thread: ThreadSeed, item?: ContributionSeed): readonly string[] =>
  releasableParties(item?.releasableTo ?? thread.releasableTo);

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

describe('parties', () => {
  it('are 32 nations and four organisations, each with its own code', () => {
    expect(nations).toHaveLength(32);
    expect(parties).toHaveLength(36);
    expect(unique(parties.map((party) => party.code))).toBe(true);
    expect(allies).toHaveLength(33);
  });

  it.each(parties)('$code has both names and a zone that exists', (party) => {
    expect(party.code).toMatch(/^[A-Z]{3}$/);
    expect(party.name.en && party.name.fr && party.region.fr).toBeTruthy();
    expect(() => new Intl.DateTimeFormat('en', { timeZone: party.timeZone })).not.toThrow();
    if (party.nation) expect(partyCodes).toContain(party.nation);
  });
});

describe('people', () => {
  it('are about 250, with unique keys and addresses, the same each time', () => {
    expect(people.length).toBeGreaterThanOrEqual(240);
    expect(unique(people.map((person) => person.key))).toBe(true);
    expect(unique(people.map((person) => person.email))).toBe(true);
    expect(makePeople()).toEqual(people);
  });

  it('have an ASCII address in their own domain and a title in both languages', () => {
    for (const person of people) {
      expect(person.email).toMatch(new RegExp(`^[a-z-]+\\.[a-z-]+@${person.party.toLowerCase()}\\.example$`));
      expect(person.jobTitle.en && person.jobTitle.fr).toBeTruthy();
      expect(person.given && person.family).toBeTruthy();
    }
  });

  it('hold roles for things that exist', () => {
    const courses = new Set(cohorts.map((cohort) => cohort.course));
    for (const role of people.flatMap((person) => person.roles)) {
      if (role.scope === 'party') expect(partyCodes).toContain(role.of);
      if (role.scope === 'body') expect(bodyCodes).toContain(role.of);
      if (role.scope === 'course') expect(courses).toContain(role.of);
    }
  });

  it.each(nations)(
    '$code has a head, a delegate, a coordinator, a security officer and staff',
    ({ code }) => {
      const own = people.filter((person) => person.party === code);
      for (const role of ['headOfDelegation', 'delegate', 'trainingCoordinator', 'securityOfficer']) {
        expect(own.some((person) => person.roles.some((held) => held.role === role))).toBe(true);
      }
      expect(own.filter((person) => person.key.includes('-staff-')).length).toBeGreaterThanOrEqual(2);
    },
  );

  it('write their names in several scripts', () => {
    const all = people.map((person) => person.given + person.family).join('');
    for (const script of [
      /\p{Script=Greek}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Georgian}/u,
      /[łøçğőșþ]/u,
    ]) {
      expect(all).toMatch(script);
    }
  });
});

describe('bodies', () => {
  it.each(bodies)('$code has members, a chair and a secretariat that hold the role', (body) => {
    expect(unique(body.members)).toBe(true);
    for (const code of [...body.members, ...body.contributors]) expect(partyCodes).toContain(code);
    for (const key of [body.chair, body.secretariat]) expect(inBody(personOf(key), body.code)).toBe(true);
    expect(body.members.length === 32 || (body.members.length >= 12 && body.members.length <= 20)).toBe(true);
  });

  it('are six, two of them of all nations', () => {
    expect(bodies).toHaveLength(6);
    expect(bodies.filter((body) => body.members.length === 32)).toHaveLength(2);
  });
});

describe('threads', () => {
  it('are enough to feel real', () => {
    const count = threads.reduce((sum, thread) => sum + thread.contributions.length, 0);
    expect(threads.length).toBeGreaterThanOrEqual(14);
    expect(count).toBeGreaterThanOrEqual(120);
    expect(unique(threads.map((thread) => thread.key))).toBe(true);
    expect(threads.filter((thread) => thread.level === 'R').length).toBeGreaterThanOrEqual(2);
    expect(threads.some((thread) => releasableParties(thread.releasableTo).includes('LUN'))).toBe(true);
  });

  describe.each(threads)('$key', (thread) => {
    it('stands under a body and is released to parties that exist', () => {
      expect(bodyCodes).toContain(thread.body);
      for (const code of setOf(thread)) expect(partyCodes).toContain(code);
      if (thread.needToKnow !== 'body') for (const key of thread.needToKnow) personOf(key);
    });

    it('is written by people who may read it, in order, before the seed runs', () => {
      let last = -1;
      for (const item of thread.contributions) {
        const author = personOf(item.author);
        expect([item.author, knows(author, thread)]).toEqual([item.author, true]);
        expect(setOf(thread, item)).toContain(actingParty(author));
        if ((item.level ?? thread.level) === 'R') expect(author.attested).toBe('R');
        expect(item.minutesAfterStart).toBeGreaterThan(last);
        last = item.minutesAfterStart;
        const latest = Math.max(last, item.edit?.minutesAfterStart ?? 0);
        expect(latest).toBeLessThan(thread.startedDaysAgo * 1440);
        if (item.edit) expect(item.edit.minutesAfterStart).toBeGreaterThan(item.minutesAfterStart);
      }
    });

    it('narrows markings and never widens them, in quotes neither', () => {
      thread.contributions.forEach((item, index) => {
        for (const code of setOf(thread, item)) expect(setOf(thread)).toContain(code);
        if (thread.level === 'R') expect(item.level ?? 'R').toBe('R');
        if (item.quoteOf === undefined) return;
        const quoted = thread.contributions[item.quoteOf];
        expect(item.quoteOf).toBeLessThan(index);
        for (const code of setOf(thread, item)) expect(setOf(thread, quoted)).toContain(code);
      });
    });

    it('quotes what was said', () => {
      for (const item of thread.contributions) {
        if (item.quoteOf === undefined) continue;
        const quoted = thread.contributions[item.quoteOf]?.markdown ?? '';
        const line = item.markdown.split('\n').find((text) => text.startsWith('> '));
        expect(quoted).toContain(line?.slice(2));
      }
    });

    it('mentions people who may read it', () => {
      for (const item of thread.contributions) {
        for (const match of item.markdown.matchAll(/@\[([^\]]+)\]/g)) {
          const person = personOf(match[1] ?? '');
          expect(knows(person, thread) && setOf(thread, item).includes(actingParty(person))).toBe(true);
        }
      }
    });
  });
});

describe('personas', () => {
  it.each(Object.entries(personas))('%s is somebody', (_name, key) => {
    expect(personOf(key).key).toBe(key);
  });

  it('an outsider sits in the bodies of the small threads and is in none of them', () => {
    const outsider = personOf(personas.outsideDelegate);
    for (const key of smallGroupThreads) {
      const thread = threads.find((candidate) => candidate.key === key);
      if (!thread) throw new Error(`No thread has the key ${key}.`);
      expect(inBody(outsider, thread.body)).toBe(true);
      expect(knows(outsider, thread) || setOf(thread).includes(outsider.party)).toBe(false);
      for (const inside of [personas.delegate, personas.calderDelegate])
        expect(knows(personOf(inside), thread)).toBe(true);
    }
  });
});

describe('cohorts', () => {
  it.each(cohorts)('$key has a seat for each member', (cohort) => {
    expect(unique(cohort.members)).toBe(true);
    const taken = new Map<string, number>();
    for (const key of cohort.members) {
      const { party } = personOf(key);
      taken.set(party, (taken.get(party) ?? 0) + 1);
    }
    for (const [party, count] of taken) expect(count).toBeLessThanOrEqual(cohort.seats[party] ?? 0);
    expect(cohort.dueInDays).toBeGreaterThan(cohort.startsInDays);
  });
});
