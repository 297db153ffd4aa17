import { Link } from "@tanstack/react-router";
import type { Network } from "../../api/network_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { community_letter } from "./network_picture";

/** The same organisations as in the picture, with all their measures. */
export function NetworkTable({ network }: { network: Network }) {
  const t = useMessages();
  const format = useFormat();
  const percent = (share: number) => new Intl.NumberFormat(t.locale, { style: "percent", maximumFractionDigits: 2 }).format(share);
  const column = t.network.column;
  const is_sampled = network.betweenness.method === "sampled";
  return (
    <div className="table-scroll" role="group" aria-labelledby="network-table" tabIndex={0}>
      <table className="table network-table">
        <thead>
          <tr>
            <th scope="col">{column.organisation}</th>
            <th scope="col">{column.country}</th>
            <th scope="col">{column.community}</th>
            <th scope="col" className="number">
              {column.degree}
            </th>
            <th scope="col" className="number">
              {column.stable}
            </th>
            <th scope="col" className="number">
              {column.betweenness}
            </th>
            <th scope="col" className="number">
              {column.core}
            </th>
            <th scope="col" className="number">
              {column.projects}
            </th>
            <th scope="col">{column.way}</th>
          </tr>
        </thead>
        <tbody>
          {network.members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <Link to="/organisations/$id" params={{ id: member.slug }}>
                  {member.name}
                </Link>
                {member.is_newcomer && <span className="network-newcomer"> {t.network.newcomer}</span>}
              </th>
              <td>{member.country ? format.country(member.country) : t.unknown}</td>
              <td>{[community_letter(member.community), `(${member.community})`].filter(Boolean).join(" ")}</td>
              <td className="number">{format.number(member.degree)}</td>
              <td className="number">{format.number(member.stable_ties)}</td>
              <td className="number">
                {is_sampled ? t.network.range(percent(member.betweenness_low), percent(member.betweenness_high)) : percent(member.betweenness)}
              </td>
              <td className="number">{format.number(member.core)}</td>
              <td className="number">{format.number(member.projects)}</td>
              <td>
                <Link to="/network" search={{ way_from: String(member.id) }} aria-label={t.network.way_from_named(member.name)}>
                  {t.network.way_from_here}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
