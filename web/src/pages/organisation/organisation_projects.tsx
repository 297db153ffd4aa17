import { Link } from "@tanstack/react-router";
import type { OrganisationProject } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { ProgrammeLabel, StatusLabel } from "../../parts/labels";

export function OrganisationProjects({ projects }: { projects: OrganisationProject[] }) {
  const t = useMessages();
  const format = useFormat();
  const column = t.organisation.column;
  const with_money = projects.some(({ contribution_eur }) => contribution_eur !== null);
  return (
    <section aria-labelledby="projects">
      <h2 id="projects">{t.organisation.projects}</h2>
      <div className="table-scroll" role="group" aria-labelledby="projects" tabIndex={0}>
        <table className="table organisation-table">
          <thead>
            <tr>
              <th scope="col">{column.project}</th>
              <th scope="col">{column.role}</th>
              <th scope="col">{column.programme}</th>
              <th scope="col">{column.dates}</th>
              <th scope="col">{column.status}</th>
              {with_money && (
                <th scope="col" className="number">
                  {column.contribution}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {projects.map((project) => (
              <tr key={`${project.id} ${project.role}`}>
                <th scope="row">
                  <Link to="/projects/$id" params={{ id: project.id }}>
                    {project.title}
                  </Link>
                  {project.acronym && <span className="result-acronym">{project.acronym}</span>}
                </th>
                <td>{t.role[project.role] ?? project.role}</td>
                <td>
                  <ProgrammeLabel programme={project.programme} />
                </td>
                <td className="date">{format.dates(project.start, project.end) ?? t.unknown}</td>
                <td>
                  <StatusLabel status={project.status} />
                </td>
                {with_money && (
                  <td className="number">
                    {project.contribution_eur === null ? t.unknown : format.money(project.contribution_eur)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
