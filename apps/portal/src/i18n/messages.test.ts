import { describe, expect, it } from 'vitest';
import en from '#messages/en.json' with { type: 'json' };
import fr from '#messages/fr.json' with { type: 'json' };

type Tree = { [key: string]: string | Tree };

/** Every message under its full key, with the names of the values it takes. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

/** The values a message takes, those inside the branches of a plural or a choice among them. */
function values(message: string): string[] {
  const names = new Set<string>();
  let at = 0;
  const words = () => {
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') value();
      else at += 1;
    }
  };
  const value = () => {
    const [, name = '', kind] = /^\{\s*(\w+)\s*(?:,\s*(\w+))?/.exec(message.slice(at)) ?? [];
    names.add(name);
    at += 1;
    while (at < message.length && message[at] !== '}') {
      const branch = message[at] === '{' && (kind === 'plural' || kind === 'select');
      at += 1;
      if (!branch) continue;
      words();
      at += 1;
    }
    at += 1;
  };
  while (at < message.length) {
    words();
    at += 1;
  }
  return [...names].sort();
}

const english = flatten(en);
const french = flatten(fr);

describe('the words of the portal', () => {
  it('are the same set in both languages', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('take the same values in both languages', () => {
    const differing = [...english].filter(
      ([key, text]) => values(text).join() !== values(french.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are never empty', () => {
    expect([...english, ...french].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
