import { Link } from "@tanstack/react-router";
import type { Participation, Project } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

/** Who takes part, coordinator first, role and country always. */
export function Participants({ project }: { project: Project }) {
  const t = useMessages();
  const { participations } = project;
  return (
    <section aria-labelledby="participants">
      <h2 id="participants">
        {t.project.participants}
        {participations.length > 0 && (
          <span className="beside">
            {" "}
            {t.project.consortium(project.coordinator_count, project.partner_count, project.countries.length)}
          </span>
        )}
      </h2>
      {participations.length === 0 ? (
        <p className="missing">{t.project.no_participants}</p>
      ) : (
        <ParticipantTable participations={participations} />
      )}
    </section>
  );
}

function ParticipantTable({ participations }: { participations: Participation[] }) {
  const t = useMessages();
  const format = useFormat();
  const column = t.project.column;
  const with_money = participations.some(({ contribution_eur }) => contribution_eur !== null);
  const sorted = [...participations].sort(
    (a, b) =>
      Number(b.role === "coordinator") - Number(a.role === "coordinator") || (a.order ?? 1e9) - (b.order ?? 1e9),
  );
  return (
    <div className="table-scroll" role="group" aria-labelledby="participants" tabIndex={0}>
      <table className="table participants-table">
        <thead>
          <tr>
            <th scope="col">{column.organisation}</th>
            <th scope="col">{column.role}</th>
            <th scope="col">{column.country}</th>
            <th scope="col">{column.city}</th>
            <th scope="col">{column.type}</th>
            {with_money && (
              <th scope="col" className="number">
                {column.contribution}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sorted.map((entry, place) => (
            <tr key={place}>
              <th scope="row">
                <Link to="/organisations/$id" params={{ id: entry.organisation_id }}>
                  {entry.name || t.unknown}
                </Link>
              </th>
              <td className={entry.role === "coordinator" ? "role-coordinator" : undefined}>
                {t.role[entry.role] ?? entry.role_label}
              </td>
              <td>{entry.country ? format.country(entry.country) : t.unknown}</td>
              <td>{entry.city}</td>
              <td>{entry.type === "unknown" ? entry.type_label : (t.organisation_type[entry.type] ?? entry.type_label)}</td>
              {with_money && (
                <td className="number">
                  {entry.contribution_eur === null ? t.unknown : format.money(entry.contribution_eur)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
