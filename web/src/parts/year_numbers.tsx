import { useFormat } from "../format/use_format";
import { useMessages } from "../messages/messages";

interface YearNumbersProps {
  counts: readonly { year: number; count: number }[];
  year_column: string;
  count_column: string;
}

/** What a chart of years shows, as a table that opens; years without a project are left out. */
export function YearNumbers({ counts, year_column, count_column }: YearNumbersProps) {
  const t = useMessages();
  const format = useFormat();
  return (
    <details className="year-numbers">
      <summary>{t.search.year_table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{year_column}</th>
            <th scope="col" className="number">
              {count_column}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts
            .filter(({ count }) => count > 0)
            .map(({ year, count }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="number">{format.number(count)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
}
