// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Synthesis } from "../../api/pilot_types";
import { FunnelPlot } from "./funnel_plot";
import { Moderators } from "./moderators";

const mean = { value: 0.1, standard_error: 0.05, p_value: 0.04, interval: [0.01, 0.19] as [number, number] };
const pilots = Array.from({ length: 10 }, (_, at) => ({
  pilot: at + 1, site: `Site ${at}`, member_state: at < 6 ? "PT" : "RO", value: at / 10, interval: [at / 10 - 0.2, at / 10 + 0.2] as [number, number],
  weight: 0.1, without: null, standard_error: 0.1 + at / 100, fidelity: at === 9 ? null : at / 10, cost_per_learner_eur: null }));
const synthesis: Synthesis = {
  outcome: "Passed", kind: "share", lower_is_better: false, pilots, why_not: null, nested: null,
  pooled: { studies: 10, value: 0.4, interval: [0.2, 0.6], hartung_knapp_interval: [0.2, 0.6], normal_interval: [0.2, 0.6], tau_squared: 0.01, i_squared: 0.3,
    i_squared_interval: [0, 0.7], q: 12, q_p_value: 0.2, prediction: [0, 0.8] },
  funnel: { asymmetry: { ...mean, value: 1.5, interval: [-0.5, 3.5], p_value: 0.12 }, rests_on_few: false, why_not: null },
  moderators: [
    { moderator: "country", pilots: 10, needed: 10, compared_with: "PT", why_not: null,
      found: { constant: mean, coefficients: [{ ...mean, name: "RO" }], tau_squared: 0, r_squared: 0.5, p_value: 0.04 } },
    { moderator: "fidelity", pilots: 9, needed: 10, compared_with: null, why_not: "too_few", found: null },
    { moderator: "cost_per_learner", pilots: 0, needed: null, compared_with: null, why_not: "not_recorded", found: null },
  ] };

it("tells what goes with the country in learners of 100, draws it, and says why the others are not computed", () => {
  render(<Moderators synthesis={synthesis} />);
  expect(screen.getByText("Romania beside Portugal: +10 of 100 (+1 to +19 of 100; p 0.040)")).toBeTruthy();
  expect(screen.getByText("It explains 50% of what differs between pilots.")).toBeTruthy();
  expect(screen.getByText("Not computed: 9 pilots tell it, 10 are needed.")).toBeTruthy();
  expect(screen.getByText("Not computed: no pilot tells it.")).toBeTruthy();
  expect(screen.getByRole("img", { name: "Country: Passed" }).querySelectorAll("circle")).toHaveLength(10);
  expect(screen.queryByRole("img", { name: /sessions/ })).toBeNull();
});

it("draws the funnel with Egger's test, and warns where there are few pilots", () => {
  const { rerender } = render(<FunnelPlot synthesis={synthesis} />);
  const name = "Do small pilots find more?: Passed";
  expect(screen.getByText(/intercept 1.50 \(95 % interval -0.50 to 3.50, p 0.12\)/)).toBeTruthy();
  expect(screen.getByRole("img", { name }).querySelectorAll("circle")).toHaveLength(10);
  expect(screen.queryByText(/With fewer than ten/)).toBeNull();
  rerender(<FunnelPlot synthesis={{ ...synthesis, pilots: synthesis.pilots.slice(0, 2), funnel: { asymmetry: null, rests_on_few: true, why_not: "fewer than three studies make no funnel" } }} />);
  expect(screen.getByText(/No test of asymmetry: fewer than three/)).toBeTruthy();
  expect(screen.getByText(/With fewer than ten/)).toBeTruthy();
});
