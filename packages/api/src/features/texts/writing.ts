import type { KeptCodes, TypedRow } from './assembly.ts';

/** A version as the chair is writing it; the draft on the server has the same shape. */
export type Writing = {
  base: number;
  rows: TypedRow[];
  note: string;
  kept: KeptCodes[];
  takesIn: string[];
};

/** Where the caret goes after a step: a row, and a place in its words or its end; `turn` tells two steps apart. */
export type Caret = { rowId: string; at: number | 'end'; turn: number };

/** What is written, the steps that can be taken back and done again, and where the caret goes. */
export type EditorState = {
  now: Writing;
  past: Writing[];
  future: Writing[];
  caret: Caret | null;
  /** In which field keys are being pressed: they are taken back together, word by word. */
  typing: string | null;
};

export const editorState = (now: Writing): EditorState => ({
  now,
  past: [],
  future: [],
  caret: null,
  typing: null,
});

/** What an amendment does to the rows: `typed` as the chair writes brackets. */
export type TakeIn = {
  amendmentId: string;
  kind: 'replace' | 'insert' | 'delete';
  paragraphId: string | null;
  typed: string;
  newId: string;
};

export type Step =
  | { do: 'type'; id: string; typed: string }
  | { do: 'kind'; id: string; kind: TypedRow['kind'] }
  | { do: 'note'; note: string }
  | { do: 'keep'; entry: KeptCodes }
  | { do: 'add'; after: string | null; newId: string }
  | { do: 'remove'; id: string }
  | { do: 'restore'; row: TypedRow; after: string | null }
  | { do: 'move'; id: string; to: number }
  | { do: 'split'; id: string; at: number; newId: string }
  | { do: 'join'; id: string }
  | { do: 'takeIn'; one: TakeIn }
  | { do: 'leaveOut'; amendmentId: string }
  | { do: 'load'; writing: Writing }
  | { do: 'rebase'; base: number }
  | { do: 'undo' }
  | { do: 'redo' };

const MOST_PAST = 200;

/** The next state of the editor. Every step can be taken back, typing included. */
export function step(state: EditorState, action: Step): EditorState {
  const { now, past, future } = state;
  switch (action.do) {
    case 'type': {
      const rows = withRow(now.rows, action.id, { typed: action.typed });
      return typed(state, { ...now, rows }, `${action.id} ${action.typed.split(/\s/).length}`);
    }
    case 'note':
      return typed(state, { ...now, note: action.note }, 'note');
    case 'keep': {
      const { rowId, option } = action.entry;
      return typed(state, { ...now, kept: withKept(now.kept, action.entry) }, `keep ${rowId} ${option}`);
    }
    case 'load':
      return editorState(action.writing);
    case 'rebase':
      return { ...state, now: { ...now, base: action.base } };
    case 'undo':
    case 'redo': {
      const from = action.do === 'undo' ? past : future;
      const other = from.at(-1);
      if (!other) return state;
      const [left, grown] = [from.slice(0, -1), [...(action.do === 'undo' ? future : past), now]];
      const lists = action.do === 'undo' ? { past: left, future: grown } : { past: grown, future: left };
      return { now: { ...other, base: now.base }, ...lists, caret: null, typing: null };
    }
    default: {
      const next = moved(now, action);
      if (!next) return state;
      const caret = next.caret ? { ...next.caret, turn: (state.caret?.turn ?? 0) + 1 } : state.caret;
      return { now: next.writing, past: remembered(past, now), future: [], caret, typing: null };
    }
  }
}

const remembered = (past: readonly Writing[], now: Writing): Writing[] => [...past.slice(1 - MOST_PAST), now];

/** Keys pressed one after the other in one place are one step. */
function typed(state: EditorState, now: Writing, typing: string): EditorState {
  const past = state.typing === typing ? state.past : remembered(state.past, state.now);
  return { ...state, now, past, future: [], typing };
}

type Moved = { writing: Writing; caret?: Omit<Caret, 'turn'> } | null;
type Moving = Exclude<Step, { do: 'type' | 'note' | 'keep' | 'load' | 'rebase' | 'undo' | 'redo' }>;

function moved(now: Writing, action: Moving): Moved {
  const { rows } = now;
  const place = 'id' in action ? rows.findIndex((row) => row.id === action.id) : -1;
  const row = rows[place];
  switch (action.do) {
    case 'kind':
      return { writing: { ...now, rows: withRow(rows, action.id, { kind: action.kind }) } };
    case 'add': {
      const at = action.after === null ? 0 : rows.findIndex((one) => one.id === action.after) + 1;
      const added = { id: action.newId, kind: kindAfter(rows[at - 1]), typed: '' };
      return {
        writing: { ...now, rows: rows.toSpliced(at, 0, added) },
        caret: { rowId: action.newId, at: 0 },
      };
    }
    case 'remove': {
      if (!row) return null;
      const near = rows[place + 1] ?? rows[place - 1];
      return {
        writing: { ...now, rows: rows.toSpliced(place, 1) },
        ...(near && { caret: { rowId: near.id, at: 'end' as const } }),
      };
    }
    case 'restore': {
      const at = action.after === null ? 0 : rows.findIndex((one) => one.id === action.after) + 1;
      return {
        writing: { ...now, rows: rows.toSpliced(at, 0, action.row) },
        caret: { rowId: action.row.id, at: 'end' },
      };
    }
    case 'move': {
      const to = Math.max(0, Math.min(action.to, rows.length - 1));
      if (!row || to === place) return null;
      return {
        writing: { ...now, rows: rows.toSpliced(place, 1).toSpliced(to, 0, row) },
        caret: { rowId: row.id, at: 'end' },
      };
    }
    case 'split': {
      if (!row) return null;
      const head = { ...row, typed: row.typed.slice(0, action.at).trimEnd() };
      const tail = { ...row, id: action.newId, typed: row.typed.slice(action.at).trimStart() };
      return {
        writing: { ...now, rows: rows.toSpliced(place, 1, head, tail) },
        caret: { rowId: action.newId, at: 0 },
      };
    }
    case 'join': {
      const before = rows[place - 1];
      if (!row || !before) return null;
      const gap = before.typed === '' || row.typed === '' || /\s$/.test(before.typed) ? '' : ' ';
      const both = { ...before, typed: before.typed + gap + row.typed };
      return {
        writing: {
          ...now,
          rows: rows.toSpliced(place - 1, 2, both),
          kept: keptBy(now.kept, row.id, before.id),
        },
        caret: { rowId: before.id, at: before.typed.length + gap.length },
      };
    }
    case 'takeIn':
      return taken(now, action.one);
    case 'leaveOut':
      return { writing: { ...now, takesIn: now.takesIn.filter((id) => id !== action.amendmentId) } };
  }
}

/** Places an amendment's words; null where the paragraph it is about is no longer among the rows. */
function taken(now: Writing, one: TakeIn): Moved {
  const { rows } = now;
  const takesIn = [...new Set([...now.takesIn, one.amendmentId])];
  const at = rows.findIndex((row) => row.id === one.paragraphId);
  if (one.paragraphId !== null && at < 0) return null;
  if (one.kind === 'delete') return { writing: { ...now, takesIn, rows: rows.toSpliced(at, 1) } };
  if (one.kind === 'insert') {
    const added = { id: one.newId, kind: kindAfter(rows[at]), typed: one.typed };
    return {
      writing: { ...now, takesIn, rows: rows.toSpliced(at + 1, 0, added) },
      caret: { rowId: one.newId, at: 'end' },
    };
  }
  const target = rows[at];
  if (!target) return null;
  return {
    writing: { ...now, takesIn, rows: withRow(rows, target.id, { typed: one.typed }) },
    caret: { rowId: target.id, at: 'end' },
  };
}

const kindAfter = (row: TypedRow | undefined): TypedRow['kind'] =>
  row && row.kind !== 'heading' ? row.kind : 'paragraph';

const withRow = (rows: readonly TypedRow[], id: string, more: Partial<TypedRow>): TypedRow[] =>
  rows.map((row) => (row.id === id ? { ...row, ...more } : row));

function withKept(kept: readonly KeptCodes[], entry: KeptCodes): KeptCodes[] {
  const others = kept.filter((one) => one.rowId !== entry.rowId || one.option !== entry.option);
  return entry.codes.trim() === '' ? others : [...others, entry];
}

const keptBy = (kept: readonly KeptCodes[], from: string, to: string): KeptCodes[] =>
  kept.map((one) => (one.rowId === from ? { ...one, rowId: to } : one));
