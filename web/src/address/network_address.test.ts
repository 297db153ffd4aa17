import { describe, expect, it } from "vitest";
import { organisation_number, read_network, write_network } from "./network_address";

describe("the address of a network", () => {
  it("reads back what it writes", () => {
    for (const state of [{}, { around: "12" }, { way_from: "1", way_to: "23" }, { around: "7", way_from: "7" }]) {
      expect(read_network(write_network(state))).toEqual(state);
    }
  });

  it("takes an organisation by number, by address and by the link of its page", () => {
    expect(organisation_number("12")).toBe("12");
    expect(organisation_number(" 12-escola-de-braga ")).toBe("12");
    expect(organisation_number("https://example.org/organisations/12-escola-de-braga")).toBe("12");
    for (const other of ["", "escola", "12 13", "-12", "https://example.org/projects/12"]) expect(organisation_number(other)).toBeUndefined();
  });

  it("leaves out what is no organisation", () => {
    expect(read_network("?around=somebody&way_from=&way_to=5")).toEqual({ way_to: "5" });
  });
});
