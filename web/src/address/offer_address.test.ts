import { describe, expect, it } from "vitest";
import { offer_parameters, read_offer_filter, write_offer_filter } from "./offer_address";

describe("the address of a list of offers", () => {
  it("is read as it was written, and leaves out what it cannot read", () => {
    const filter = { about: "weld & learn", offer_kind: "request", offer_country: "PT", offer_until: "2027-01-31" } as const;
    expect(read_offer_filter(write_offer_filter(filter))).toEqual(filter);
    expect(read_offer_filter("?offer_kind=gift&offer_role=king&about=")).toEqual({});
    expect(write_offer_filter({})).toBe("");
  });

  it("asks the API by its own names", () => {
    expect(offer_parameters({ about: "weld", offer_role: "partner", offer_until: "2027-01-31" }, 20)).toBe(
      "?q=weld&role=partner&answered_by=2027-01-31&offset=20",
    );
  });
});
