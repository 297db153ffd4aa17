// A project as a citation: plain text and BibTeX.
import type { Project } from "../../api/types";

interface Cited {
  coordinator: string;
  year: string;
  url: string;
  accessed: string;
}

function cited(project: Project, url: string, accessed: string): Cited {
  const coordinator = project.participations.find(({ role }) => role === "coordinator")?.name ?? "";
  return { coordinator, year: project.start?.slice(0, 4) ?? String(project.call_year ?? ""), url, accessed };
}

/** "Louth and Meath ETB (coordinator) (2015): Innovation Ecosystems for VET (InEcVET). Erasmus+, 562126-EPP…. https://… (accessed 2026-11-23)." */
export function text_citation(project: Project, url: string, accessed: string): string {
  const { coordinator, year } = cited(project, url, accessed);
  const who = [coordinator && `${coordinator} (coordinator)`, year && `(${year})`].filter(Boolean).join(" ");
  const title = project.acronym ? `${project.title} (${project.acronym})` : project.title;
  const where = [project.programme, project.key].filter(Boolean).join(", ");
  return `${who && `${who}: `}${title}. ${where && `${where}. `}${url} (accessed ${accessed}).`;
}

export function bibtex_citation(project: Project, url: string, accessed: string): string {
  const { coordinator, year } = cited(project, url, accessed);
  const fields: [string, string][] = [
    ["title", `{${escaped(project.title)}}`],
    ["author", coordinator && `{${escaped(coordinator)}}`],
    ["year", year],
    ["howpublished", escaped(project.programme)],
    ["number", escaped(project.key)],
    ["doi", project.doi],
    ["url", url],
    ["note", escaped([project.acronym, `accessed ${accessed}`].filter(Boolean).join(", "))],
  ];
  const lines = fields.filter(([, value]) => value !== "").map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${project.id.replace(/[^A-Za-z0-9:_-]/g, "-")},\n${lines.join(",\n")}\n}`;
}

/** The characters that mean something to TeX. */
function escaped(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (character) => {
    if (character === "\\") return "\\textbackslash{}";
    if (character === "~") return "\\textasciitilde{}";
    if (character === "^") return "\\textasciicircum{}";
    return `\\${character}`;
  });
}
