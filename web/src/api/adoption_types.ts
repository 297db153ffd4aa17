// Adoption as the API tells it; openapi.json has the same shapes.
import type { AdoptionForecast } from "./potential_types";

export const FIDELITIES = ["as_tested", "adapted", "in_part"] as const;
export type Fidelity = (typeof FIDELITIES)[number];

export interface CoverageFigure {
  using: number;
  reporting: number;
  in_scope: number;
  /** Null where nobody was heard from, which is not 0. */
  share: number | null;
  rows: number[];
}

export interface SpreadPoint {
  year: number;
  adopted: number;
  in_use: number;
}

interface ProviderOfRow {
  id: number;
  name: string;
  member_state: string;
}

export interface AdoptionRecord {
  id: number;
  provider: ProviderOfRow;
  adopted: string;
  stopped: string | null;
  in_use: boolean;
  fidelity: Fidelity | null;
  source: string;
  revision: number;
  changed: string;
}

export interface Adoption {
  innovation: { id: number; title: string };
  member_state: string | null;
  as_of: string;
  source: string;
  changed: string | null;
  coverage: CoverageFigure;
  states: ({ member_state: string } & CoverageFigure)[];
  spread: SpreadPoint[];
  forecast: AdoptionForecast;
  records: AdoptionRecord[];
  replies: { provider: ProviderOfRow; day: string; source: string }[];
}

export interface Provider extends ProviderOfRow {
  organisation: string | null;
  learners: number | null;
  revision: number;
  /** What it uses and used, by the day of adoption. */
  adoptions: { id: number; innovation: { id: number; title: string }; adopted: string; stopped: string | null; in_use: boolean }[];
}

export interface ProviderList {
  total: number;
  as_of: string;
  providers: Provider[];
}
