import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';

export type ChartValue = string | number | null;
type Props = {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly ChartValue[])[];
};

/** The table a chart was drawn from: a name and its figures a row. */
export function ChartTable({ caption, heads, rows }: Props) {
  const [first, ...others] = heads;
  return (
    <Table caption={caption} className="mt-2">
      <thead>
        <tr>
          <ColumnHead>{first}</ColumnHead>
          {others.map((head) => (
            <ColumnHead key={head} className="text-right">
              {head}
            </ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values], line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished table
          <tr key={line}>
            <RowHead className="min-w-32 font-normal wrap-anywhere">{name}</RowHead>
            {values.map((value, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of a finished table
              <Cell key={at} className="text-right tabular-nums">
                {value ?? '–'}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
