import { describe, expect, it } from "vitest";
import type { OverviewRow, Standing } from "../../api/application_types";
import { heat_cell, in_order, sign_of } from "./heat_cells";

const said: Standing = {
  status: "in_place", self_assessed: { number: 3, name: "established" }, peer_reviewed: null, distance: null,
  adapted: false, inherited: false, carried: false, to_reassess: false,
};
const silent: Standing = { ...said, status: null, self_assessed: null };

function row(code: string, standing: Standing | null): OverviewRow {
  return { code, state: code, region: null, stage: null, type: null, cells: standing && [{ ...standing, item: "E1" }] };
}

describe("a cell of the heat map", () => {
  it("shows the level that peers saw before the state's own, and says so", () => {
    expect(sign_of(heat_cell(said))).toBe("3");
    expect(sign_of(heat_cell({ ...said, peer_reviewed: { number: 1, name: "ad_hoc" } }))).toBe("1*");
  });

  it("never shows what is missing as a level", () => {
    expect(sign_of(heat_cell(null))).toBe("–");
    expect(sign_of(heat_cell(silent))).toBe("?");
    expect(sign_of(heat_cell({ ...silent, to_reassess: true }))).toBe("↻");
    expect(sign_of(heat_cell({ ...silent, status: "not_applicable" }))).toBe("n/a");
    for (const standing of [null, silent]) expect(heat_cell(standing).level).toBeNull();
  });

  it("shows level 0 as a level", () => {
    const absent = heat_cell({ ...said, self_assessed: { number: 0, name: "absent" } });
    expect([absent.tone, sign_of(absent)]).toEqual(["level", "0"]);
  });
});

describe("the order of states", () => {
  const rows = [
    row("RO", null),
    row("PT", silent),
    row("FI", { ...said, self_assessed: { number: 0, name: "absent" } }),
    row("CY", said),
    row("IE", said),
  ];
  const codes = (item: string | null) => in_order(rows, item, ({ code }) => code).map(({ code }) => code);

  it("is by name, or by the level of an item with level 0 before what is unknown", () => {
    expect(codes(null)).toEqual(["CY", "FI", "IE", "PT", "RO"]);
    expect(codes("E1")).toEqual(["CY", "IE", "FI", "PT", "RO"]);
  });
});
