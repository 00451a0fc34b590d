import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EditorState, editorState, type Step, step, type Writing } from './writing.ts';

const row = (id: string, typed: string) => ({ id, kind: 'paragraph' as const, typed });
const writing = (...rows: Writing['rows']): Writing => ({ base: 1, rows, note: '', kept: [], takesIn: [] });
const start = (): EditorState =>
  editorState(writing(row('a', 'Alpha beta'), row('b', 'gamma'), row('c', 'delta')));
const after = (...steps: Step[]) => steps.reduce(step, start());
const shown = (state: EditorState) => state.now.rows.map(({ id, typed }) => `${id}: ${typed}`);

describe('the rows of a version', () => {
  it('are split at the caret and joined again, the first keeping its id', () => {
    const split = after({ do: 'split', id: 'a', at: 6, newId: 'n' });
    expect(shown(split)).toEqual(['a: Alpha', 'n: beta', 'b: gamma', 'c: delta']);
    expect(split.caret).toMatchObject({ rowId: 'n', at: 0 });
    const joined = step(split, { do: 'join', id: 'n' });
    expect(shown(joined)).toEqual(shown(start()));
    expect(joined.caret).toMatchObject({ rowId: 'a', at: 6 });
  });

  it('cannot be joined to nothing, nor moved beyond the ends', () => {
    expect(after({ do: 'join', id: 'a' })).toEqual(start());
    expect(after({ do: 'move', id: 'c', to: 9 })).toEqual(start());
    expect(shown(after({ do: 'move', id: 'c', to: -4 }))[0]).toBe('c: delta');
  });

  it('take in what an amendment says, and note it', () => {
    const one = { amendmentId: 'x', paragraphId: 'b', typed: 'new words', newId: 'n' };
    const replaced = after({ do: 'takeIn', one: { ...one, kind: 'replace' } });
    expect(shown(replaced)[1]).toBe('b: new words');
    expect(replaced.now.takesIn).toEqual(['x']);
    expect(shown(after({ do: 'takeIn', one: { ...one, kind: 'insert' } }))[2]).toBe('n: new words');
    expect(shown(after({ do: 'takeIn', one: { ...one, kind: 'insert', paragraphId: null } }))[0]).toBe(
      'n: new words',
    );
    expect(shown(after({ do: 'takeIn', one: { ...one, kind: 'delete' } }))).toHaveLength(2);
  });

  it('stay as they are where the paragraph of an amendment is gone', () => {
    const one = { amendmentId: 'x', kind: 'replace' as const, paragraphId: 'zz', typed: 'w', newId: 'n' };
    expect(after({ do: 'takeIn', one })).toEqual(start());
  });

  it('remember whom the chair wrote down for an option, and forget it when emptied', () => {
    const kept = after({ do: 'keep', entry: { rowId: 'a', option: 'will', codes: 'NOR' } });
    expect(kept.now.kept).toHaveLength(1);
    expect(step(kept, { do: 'keep', entry: { rowId: 'a', option: 'will', codes: ' ' } }).now.kept).toEqual(
      [],
    );
  });

  it('give back typing word by word, and lose nothing of what came after', () => {
    const typed = [...'new words'].reduce(
      (state, _, index) => step(state, { do: 'type', id: 'b', typed: 'new words'.slice(0, index + 1) }),
      start(),
    );
    const once = step(typed, { do: 'undo' });
    expect(once.now.rows[1]?.typed).toBe('new');
    expect(step(once, { do: 'undo' }).now.rows[1]?.typed).toBe('gamma');
    expect(step(once, { do: 'redo' }).now).toEqual(typed.now);
  });

  it('come back by undoing, step by step, whatever was done to them', () => {
    const place = fc.nat(5);
    const anyStep: fc.Arbitrary<Step> = fc.oneof(
      place.map((n): Step => ({ do: 'remove', id: 'abcde'[n] ?? 'a' })),
      fc.tuple(place, place).map(([n, to]): Step => ({ do: 'move', id: 'abcde'[n] ?? 'a', to })),
      fc.tuple(place, place).map(([n, at]): Step => ({ do: 'split', id: 'abcde'[n] ?? 'a', at, newId: 'd' })),
      place.map((n): Step => ({ do: 'join', id: 'abcde'[n] ?? 'a' })),
      fc.tuple(place, fc.string()).map(([n, typed]): Step => ({ do: 'type', id: 'abcde'[n] ?? 'a', typed })),
    );
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        const end = steps.reduce(step, start());
        const back = end.past.reduce((state) => step(state, { do: 'undo' }), end);
        expect(back.now).toEqual(start().now);
        expect(back.past).toEqual([]);
        const again = end.past.reduce((state) => step(state, { do: 'redo' }), back);
        expect(again.now).toEqual(end.now);
      }),
    );
  });
});
