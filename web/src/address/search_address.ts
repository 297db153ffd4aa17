// The state of the search page and its form in the address bar, both ways:
//
//   ?q=training&filter[country]=PT&filter[country]=RO&sort=-start&view=table
//
// Pure functions. What has its default value is not written; what cannot be read is left out.

export const FACETS = [
  "status",
  "year",
  "programme",
  "country",
  "coordinator_country",
  "topic",
  "organisation_type",
  "action",
  "language",
] as const;
export type FacetName = (typeof FACETS)[number];

export const SORTS = ["relevance", "related", "-start", "start", "-end", "end", "-grant", "grant", "title", "-title"] as const;
export type Sort = (typeof SORTS)[number];

export const VIEWS = ["list", "table", "network"] as const;
export type View = (typeof VIEWS)[number];

export type Filters = Partial<Record<FacetName, string[]>>;

/** Only what was chosen is present; without it: no words, no filters, default_sort(), list. */
export interface SearchState {
  q?: string;
  filters?: Filters;
  sort?: Sort;
  view?: View;
}

/** Best matches first where there are words to match, else the newest. */
export function default_sort(q: string | undefined): Sort {
  return q === undefined || q === "" ? "-start" : "relevance";
}

export function sort_of(state: SearchState): Sort {
  return state.sort ?? default_sort(state.q);
}

export function filter_count(state: SearchState): number {
  return Object.values(state.filters ?? {}).reduce((sum, values) => sum + values.length, 0);
}

/** Nothing asked yet: the start page. */
export function is_start(state: SearchState): boolean {
  return !state.q && filter_count(state) === 0 && state.sort === undefined && state.view === undefined;
}

export function read_address(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const filters: Filters = {};
  for (const facet of FACETS) {
    const values = [...new Set(parameters.getAll(`filter[${facet}]`).filter((value) => value !== ""))];
    if (values.length > 0) filters[facet] = values;
  }
  const sort = SORTS.find((known) => known === parameters.get("sort"));
  const view = VIEWS.find((known) => known === parameters.get("view"));
  return tidy({ q: parameters.get("q") ?? "", filters, ...(sort && { sort }), ...(view && { view }) });
}

/** With the leading question mark; empty for the start page. */
export function write_address(state: SearchState): string {
  const parts: string[] = [];
  if (state.q) parts.push(`q=${encode(state.q)}`);
  for (const facet of FACETS) {
    for (const value of state.filters?.[facet] ?? []) parts.push(`filter[${facet}]=${encode(value)}`);
  }
  if (state.sort) parts.push(`sort=${encode(state.sort)}`);
  if (state.view && state.view !== "list") parts.push(`view=${state.view}`);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** The parameters of GET /api/v1/projects for this state. */
export function api_parameters(state: SearchState, limit: number, cursor: string | null): string {
  const parts = [write_address({ ...(state.q && { q: state.q }), ...(state.filters && { filters: state.filters }) })];
  parts.push(parts[0] === "" ? "?" : "&", `sort=${encode(sort_of(state))}`, `&limit=${limit}`);
  if (cursor !== null) parts.push(`&cursor=${encode(cursor)}`);
  return parts.join("");
}

export function with_words(state: SearchState, q: string): SearchState {
  // Who looked through all projects, newest first, and now types words wants the best matches first.
  const { sort, ...rest } = state;
  const keep = sort !== undefined && (state.q || sort !== default_sort(""));
  return tidy({ ...rest, q, ...(keep && { sort }) });
}

export function with_sort(state: SearchState, sort: Sort): SearchState {
  return tidy({ ...state, sort });
}

export function with_view(state: SearchState, view: View): SearchState {
  return tidy({ ...state, view });
}

export function with_filter(state: SearchState, facet: FacetName, values: string[]): SearchState {
  return tidy({ ...state, filters: { ...state.filters, [facet]: values } });
}

export function without_filter(state: SearchState, facet: FacetName, value: string): SearchState {
  return with_filter(
    state,
    facet,
    (state.filters?.[facet] ?? []).filter((kept) => kept !== value),
  );
}

export function without_filters(state: SearchState): SearchState {
  return tidy({ ...state, filters: {} });
}

function tidy(state: SearchState): SearchState {
  const tidied: SearchState = {};
  if (state.q) tidied.q = state.q;
  const chosen = Object.entries(state.filters ?? {}).filter(([, values]) => values.length > 0);
  if (chosen.length > 0) tidied.filters = Object.fromEntries(chosen);
  // Without words "relevance" means nothing, and an explicit "newest first" is what tells "all projects" from the start.
  if (state.sort && state.sort !== "relevance") tidied.sort = state.sort;
  if (state.view && state.view !== "list") tidied.view = state.view;
  return tidied;
}

function encode(text: string): string {
  // Readable addresses: a space as +, and what a query may hold as it is.
  return encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%2F", "/");
}
