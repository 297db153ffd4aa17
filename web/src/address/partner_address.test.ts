import { describe, expect, it } from "vitest";
import { read_partners, write_partners, type PartnerState } from "./partner_address";

describe("the address of a search for partners", () => {
  it("reads back what it writes", () => {
    const states: PartnerState[] = [
      {},
      { idea: "green skills & welding, 50 % more" },
      { like: "cordis-101087143", with: ["12", "7-school"], only_newcomers: true },
      { of_call: "HORIZON-CL5", from_country: ["PT", "unknown"], of_type: ["vocational_school"], at_most: 5 },
      { idea: "x", weigh: { relevance: 100, ties: 0, experience: 20, complementarity: 55, newcomer: 1 }, damping: 0, half_life: 12 },
    ];
    for (const state of states) expect(read_partners(write_partners(state))).toEqual(state);
  });

  it("leaves out what cannot be read and looks for one thing at a time", () => {
    expect(read_partners("?idea=a&like=b&of_call=c")).toEqual({ idea: "a" });
    expect(read_partners("?weigh=0,0,0,0,0&damping=101&half_life=0&at_most=few&only_newcomers=perhaps")).toEqual({});
    expect(read_partners("?weigh=1,2,3")).toEqual({});
    expect(read_partners("?weigh=1,2,3,4")).toEqual({});
    expect(read_partners("?with=12&with=12&with=")).toEqual({ with: ["12"] });
  });
});
