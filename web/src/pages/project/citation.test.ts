import { expect, it } from "vitest";
import type { Project } from "../../api/types";
import { bibtex_citation, text_citation } from "./citation";

const project = {
  id: "erasmus-562126/EPP",
  key: "562126-EPP-1-2015",
  title: "Innovation & ecosystems {for} VET_50%",
  acronym: "InEcVET",
  programme: "Erasmus+",
  doi: "",
  start: "2015-11-01",
  call_year: null,
  participations: [{ role: "coordinator", name: "Louth & Meath ETB" }],
} as Project;

it("as text", () => {
  expect(text_citation(project, "https://t.example/p/1", "2026-11-23")).toBe(
    "Louth & Meath ETB (coordinator) (2015): Innovation & ecosystems {for} VET_50% (InEcVET). Erasmus+, 562126-EPP-1-2015. https://t.example/p/1 (accessed 2026-11-23).",
  );
});

it("as BibTeX, with the characters of TeX escaped and no empty field", () => {
  const bibtex = bibtex_citation(project, "https://t.example/p/1", "2026-11-23");
  expect(bibtex).toContain("@misc{erasmus-562126-EPP,");
  expect(bibtex).toContain("title = {{Innovation \\& ecosystems \\{for\\} VET\\_50\\%}}");
  expect(bibtex).toContain("author = {{Louth \\& Meath ETB}}");
  expect(bibtex).not.toContain("doi");
});
