import type { OrganisationProject } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

/** How often the organisation has which role, in numbers with a bar behind. */
export function Roles({ projects }: { projects: OrganisationProject[] }) {
  const t = useMessages();
  const format = useFormat();
  const counts = new Map<string, number>();
  for (const { role } of projects) counts.set(role, (counts.get(role) ?? 0) + 1);
  if (counts.size === 0) return null;
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{t.organisation.roles}</h2>
      <table className="roles">
        <tbody>
          {rows.map(([role, count]) => (
            <tr key={role}>
              <th scope="row">{t.role[role] ?? role}</th>
              <td className="number">{format.number(count)}</td>
              <td className="role-bar">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(count / projects.length) * 100} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
