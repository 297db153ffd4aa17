import { describe, expect, it } from "vitest";
import { shade_of, shade_ranges, tiles_of, type StateFigure } from "./tile_map";

const figure = (member_state: string, using: number, reporting: number, in_scope = reporting): StateFigure => ({
  member_state, using, reporting, in_scope, share: reporting === 0 ? null : using / reporting, rows: [],
});

describe("tiles", () => {
  it("are those of the 27 Member States, each at a place of its own", () => {
    const tiles = tiles_of([]);
    expect(tiles.map(({ code }) => code).sort().join(" ")).toBe(
      "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK",
    );
    expect(new Set(tiles.map(({ place }) => `${place.column}/${place.row}`)).size).toBe(27);
    expect(tiles.every((tile) => tile.figure === null)).toBe(true);
  });

  it("are read from north to south and from west to east", () => {
    const codes = tiles_of([]).map(({ code }) => code);
    expect(codes.slice(0, 3)).toEqual(["SE", "FI", "EE"]);
    expect(codes.slice(-3)).toEqual(["MT", "GR", "CY"]);
  });

  it("lose no figure of a state that is no Member State: it stands below", () => {
    const tiles = tiles_of([figure("NO", 2, 3), figure("PT", 1, 1)]);
    expect(tiles.at(-1)).toEqual({ code: "NO", place: { column: 1, row: 9 }, figure: figure("NO", 2, 3) });
    expect(tiles.find(({ code }) => code === "PT")?.figure?.using).toBe(1);
  });
});

describe("shades", () => {
  it("tell nobody heard from, nobody known and nobody using it apart", () => {
    expect(shade_of(null, 8)).toBe("no-providers");
    expect(shade_of(figure("PT", 0, 0, 4), 8)).toBe("not-heard");
    expect(shade_of(figure("PT", 0, 3), 8)).toBe(0);
  });

  it("grow with the number, and each number has the shade whose range it is in", () => {
    for (const most of [1, 2, 3, 5, 8, 100]) {
      const ranges = shade_ranges(most);
      expect(ranges.at(-1)).toMatchObject({ shade: 4, to: most });
      for (let using = 0; using <= most; ++using) {
        const range = ranges.filter(({ from, to }) => from <= using && using <= to);
        expect(range.map(({ shade }) => shade)).toEqual([shade_of(figure("PT", using, most), most)]);
      }
    }
  });

  it("are that of 0 alone where nobody uses it", () => {
    expect(shade_ranges(0)).toEqual([{ shade: 0, from: 0, to: 0 }]);
  });
});
