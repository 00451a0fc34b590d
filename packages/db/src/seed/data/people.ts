import { asciiName, isWoman, nameOf, traditions } from './names.ts';
import { nations, parties } from './parties.ts';
import type { Post } from './posts.ts';
import { headquartersPosts, named, nationPosts, organisationPosts, titleOf } from './posts.ts';
import type { Lang, NameSeed, PartySeed, PersonSeed } from './types.ts';

function postsOf(party: PartySeed): Post[] {
  if (party.kind === 'nation') return nationPosts(party.code, nations.indexOf(party));
  if (party.kind === 'headquarters') return headquartersPosts();
  if (party.kind === 'team') return organisationPosts(party.code, 0, 6);
  return organisationPosts(party.code, 3, 2);
}

type Named = { readonly name: NameSeed; readonly woman: boolean };

/** The first name, from `index` on, that this party does not have yet. */
function freshName(party: PartySeed, index: number, taken: Set<string>): Named {
  const turn = parties.indexOf(party);
  const own = traditions[party.code] ?? ['western'];
  for (let attempt = index; attempt < index + 60; attempt += 1) {
    const tradition = own[attempt % own.length] ?? 'western';
    const name = nameOf(tradition, attempt, turn);
    if (!taken.has(fullName(name))) return { name, woman: isWoman(attempt, turn) };
  }
  throw new Error(`The name pools of ${party.code} are used up.`);
}

const fullName = (name: NameSeed): string => `${name.given} ${name.family}`;

function emailOf(name: NameSeed, party: string): string {
  const latin = name.latin ?? name;
  return `${asciiName(latin.given)}.${asciiName(latin.family)}@${party.toLowerCase()}.example`;
}

/** People speak their party's language; at the headquarters every third starts in French. */
function localeOf(party: PartySeed, index: number): Lang {
  if (party.kind === 'headquarters') return index % 3 === 1 ? 'fr' : 'en';
  return party.language;
}

function peopleOf(party: PartySeed, taken: Set<string>): PersonSeed[] {
  return postsOf(party).map((post, index) => {
    const key = `${party.code.toLowerCase()}-${post.key}`;
    const drawn = named[key];
    const { name, woman }: Named = drawn
      ? { name: { given: drawn.given, family: drawn.family }, woman: drawn.woman }
      : freshName(party, index, taken);
    taken.add(fullName(name));
    return {
      ...name,
      key,
      email: emailOf(name, party.code),
      party: party.code,
      jobTitle: titleOf(drawn?.title ?? post.title, woman),
      locale: localeOf(party, index),
      attested: post.attested,
      roles: post.roles,
      ...(post.powers && { powers: post.powers }),
    };
  });
}

/** Makes everybody of the demo alliance. Called twice, it answers the same. */
export function makePeople(): PersonSeed[] {
  const taken = new Set<string>();
  return parties.flatMap((party) => peopleOf(party, taken));
}

/** Everybody of the demo alliance, in the order of parties and posts. */
export const people: readonly PersonSeed[] = makePeople();
