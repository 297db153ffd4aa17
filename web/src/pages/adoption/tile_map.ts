// Where the tiles of Member States stand, and how deep each is shaded. Pure functions.
import type { CoverageFigure } from "../../api/adoption_types";

export interface Place {
  column: number;
  row: number;
}

/** Each state a square about where it lies to its neighbours: our own drawing, in which all are of one size. */
const PLACES: Record<string, Place> = {
  SE: { column: 6, row: 1 },
  FI: { column: 7, row: 1 },
  EE: { column: 7, row: 2 },
  IE: { column: 1, row: 3 },
  DK: { column: 5, row: 3 },
  LV: { column: 7, row: 3 },
  NL: { column: 4, row: 4 },
  DE: { column: 5, row: 4 },
  PL: { column: 6, row: 4 },
  LT: { column: 7, row: 4 },
  BE: { column: 3, row: 5 },
  LU: { column: 4, row: 5 },
  CZ: { column: 5, row: 5 },
  SK: { column: 6, row: 5 },
  FR: { column: 3, row: 6 },
  AT: { column: 5, row: 6 },
  HU: { column: 6, row: 6 },
  RO: { column: 7, row: 6 },
  PT: { column: 1, row: 7 },
  ES: { column: 2, row: 7 },
  IT: { column: 4, row: 7 },
  SI: { column: 5, row: 7 },
  HR: { column: 6, row: 7 },
  BG: { column: 7, row: 7 },
  MT: { column: 4, row: 8 },
  GR: { column: 7, row: 8 },
  CY: { column: 8, row: 8 },
};
/** Their codes, as the ecosystem names them. */
export const MEMBER_STATES: readonly string[] = Object.keys(PLACES);
const COLUMNS = 8;
const ROWS = 8;

export type StateFigure = { member_state: string } & CoverageFigure;

export interface Tile {
  code: string;
  place: Place;
  /** Null where no provider of the state is known. */
  figure: StateFigure | null;
}

/** All Member States, and below them whichever other has a figure; from north to south, and there from west to east. */
export function tiles_of(figures: readonly StateFigure[]): Tile[] {
  const figure_of = (code: string) => figures.find(({ member_state }) => member_state === code) ?? null;
  const members = Object.entries(PLACES).map(([code, place]) => ({ code, place, figure: figure_of(code) }));
  const others = figures
    .filter(({ member_state }) => !(member_state in PLACES))
    .map((figure, at) => ({
      code: figure.member_state,
      place: { column: 1 + (at % COLUMNS), row: ROWS + 1 + Math.floor(at / COLUMNS) },
      figure,
    }));
  return [...members, ...others].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
}

/** Where nobody was heard from, how many use it is not known, which is not 0. */
export type Shade = "no-providers" | "not-heard" | number;

/** The lightest is 0: nobody of those who were heard from uses it. */
export const DEEPEST = 4;

/** `most`: the greatest number of any state. */
export function shade_of(figure: StateFigure | null, most: number): Shade {
  if (!figure || figure.in_scope === 0) return "no-providers";
  if (figure.reporting === 0) return "not-heard";
  return figure.using === 0 ? 0 : Math.ceil((figure.using / most) * DEEPEST);
}

export interface ShadeRange {
  shade: number;
  from: number;
  to: number;
}

/** Which numbers each shade stands for; those that stand for none are left out. */
export function shade_ranges(most: number): ShadeRange[] {
  const ranges: ShadeRange[] = [{ shade: 0, from: 0, to: 0 }];
  for (let shade = 1; shade <= DEEPEST; ++shade) {
    const from = Math.floor((most * (shade - 1)) / DEEPEST) + 1;
    const to = Math.floor((most * shade) / DEEPEST);
    if (from <= to) ranges.push({ shade, from, to });
  }
  return ranges;
}
