import { describe, expect, it } from "vitest";
import { agreement_of } from "./agreement";

describe("whether two sides state the same", () => {
  it("goes by what a person reads, not by how it is written", () => {
    expect(agreement_of("http://www.ua.pt/", "https://UA.pt")).toBe("same");
    expect(agreement_of("Rua Nova 7,  4400 Gaia", "RUA NOVA 7, 4400 GAIA")).toBe("same");
    expect(agreement_of("999900001", "999900002")).toBe("different");
  });

  it("says nothing where one side is silent", () => {
    expect(agreement_of("", "PT")).toBe("silent");
    expect(agreement_of("PT", " ")).toBe("silent");
  });
});
