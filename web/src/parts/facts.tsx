import type { ReactNode } from "react";
import "./facts.css";

/** Names and values, one pair a line; what is empty is left out. */
export function Facts({ entries }: { entries: [name: string, value: ReactNode][] }) {
  const known = entries.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
