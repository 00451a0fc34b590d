import type { Shelf } from './types.ts';

/** The shelves of the bank as options, each below and further in than the one it stands in. */
export function ShelfOptions({ shelves }: { shelves: readonly Shelf[] }) {
  return shelves.map(({ id, name, depth }) => (
    <option key={id} value={id}>
      {'\u2003'.repeat(depth)}
      {name}
    </option>
  ));
}
