// Which innovations a list shows, and its form in the address bar, both ways:
//
//   ?stage=testing&state=PT&words=mentors
//
// Pure functions. What is not asked for is not written; what cannot be read is left out.
import { PIPELINE_ACTS, STAGES, STANDINGS, type PipelineAct, type Stage, type Standing } from "../api/innovation_types";

export interface InnovationFilter {
  stage?: Stage;
  standing?: Standing;
  /** Two letters of a Member State. */
  state?: string;
  /** Key of an element or principle. */
  item?: string;
  decided?: PipelineAct;
  words?: string;
  /** Slug of a project: what came from it, and what a proposal comes from. */
  project?: string;
}

const KEYS = ["stage", "standing", "state", "item", "decided", "words", "project"] as const;

export function read_innovation_filter(search: string): InnovationFilter {
  const parameters = new URLSearchParams(search);
  const known = <Value extends string>(key: string, values: readonly Value[]) =>
    values.find((value) => value === parameters.get(key));
  const text = (key: string) => parameters.get(key) || undefined;
  return without_nothing({
    stage: known("stage", STAGES),
    standing: known("standing", STANDINGS),
    state: text("state"),
    item: text("item"),
    decided: known("decided", PIPELINE_ACTS),
    words: text("words"),
    project: text("project"),
  });
}

/** "?stage=testing", or nothing. */
export function write_innovation_filter(filter: InnovationFilter): string {
  const parameters = new URLSearchParams();
  for (const key of KEYS) if (filter[key]) parameters.set(key, filter[key]);
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/** The query of the API. */
export function innovation_parameters(filter: InnovationFilter, after: number | null): string {
  const { words, ...rest } = filter;
  const parameters = new URLSearchParams(rest);
  if (words) parameters.set("q", words);
  if (after !== null) parameters.set("after", String(after));
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

function without_nothing(filter: { [Key in keyof InnovationFilter]: InnovationFilter[Key] | undefined }): InnovationFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as InnovationFilter;
}
