type Row = { id: string; parentId: string | null; name: string; questions: number };

/** A shelf with its place in the tree: how deep, under which others, and what it holds with all below it. */
export type Shelf = Row & { depth: number; above: string[]; path: string; total: number };

/** A tree as a list, each parent before its children, in the order the rows come in. */
export function treeOf(rows: readonly Row[]): Shelf[] {
  const children = new Map<string | null, Row[]>();
  const known = new Set(rows.map(({ id }) => id));
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  const shelves: Shelf[] = [];
  const walk = (parent: string | null, above: string[], path: string): number => {
    let sum = 0;
    for (const row of children.get(parent) ?? []) {
      const own = path === '' ? row.name : `${path} / ${row.name}`;
      const shelf: Shelf = { ...row, depth: above.length, above, path: own, total: 0 };
      shelves.push(shelf);
      shelf.total = row.questions + walk(row.id, [...above, row.id], own);
      sum += shelf.total;
    }
    return sum;
  };
  walk(null, [], '');
  return shelves;
}
