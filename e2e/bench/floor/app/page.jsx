export const dynamic = 'force-dynamic';

/** One query, fifty rows: the least a page of a list does. */
export default async function Page() {
  const sql = Reflect.get(globalThis, Symbol.for('bench.sql'));
  const rows =
    await sql`select id, number, body from bench_row where number between 1 and 50 order by number`;
  return (
    <main>
      <h1>Fifty rows</h1>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.number}</strong> <span>{row.body}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}
