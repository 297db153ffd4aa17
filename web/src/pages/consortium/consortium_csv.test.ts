import { expect, it } from "vitest";
import { consortium_csv } from "./consortium_csv";

it("lets no name run as a formula in a spreadsheet", () => {
  const entry = { key: "1", organisation: null, country: null, type: null, role: null, budget_eur: null, newcomer: null, score: null };
  const lines = consortium_csv([{ ...entry, name: "=cmd|' /C calc'!A0" }, { ...entry, name: "-1" }, { ...entry, name: "'s-Gravenhage" }]).split("\r\n");
  expect(lines.slice(1, 4).map((line) => line.split(",")[0])).toEqual(["'=cmd|' /C calc'!A0", "'-1", "'s-Gravenhage"]);
});

it("writes a line for each organisation, unknown things empty, quotes where they are needed", () => {
  const table = consortium_csv([
    { key: "1", organisation: "12", name: 'Escola "A", Porto', country: "PT", type: null, role: "coordinator", budget_eur: 1250.5, newcomer: false, score: null },
    { key: "2", organisation: null, name: "Kammer", country: null, type: null, role: null, budget_eur: null, newcomer: null, score: 0.5 },
  ]);
  expect(table).toBe(
    "name,country,type,role,budget_eur,newcomer,organisation,score\r\n" + '"Escola ""A"", Porto",PT,,coordinator,1250.5,no,12,\r\n' + "Kammer,,,,,,,0.5\r\n",
  );
});
