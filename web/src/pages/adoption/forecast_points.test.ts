import { expect, it } from "vitest";
import type { AdoptionForecast } from "../../api/potential_types";
import { forecast_curve } from "./forecast_points";

const spread = [2020, 2021, 2022, 2023].map((year, at) => ({ year, adopted: 10 * (at + 1), in_use: 1 }));
const forecast: AdoptionForecast = {
  whole_years: 3, from: 2020, to: 2022, model: null, why_not: null,
  points: [{ year: 2023, adopted: 40, interval: [30, 50] }, { year: 2024, adopted: 60, interval: [40, 100] }],
};

it("goes on from the last whole year and reaches to the top of its band", () => {
  const curve = forecast_curve(spread, forecast, { width: 400, height: 100 });
  expect(curve).toMatchObject({ first_year: 2020, last_year: 2024, top: 100 });
  expect(curve?.so_far).toBe("0,90 100,80 200,70");
  expect(curve?.expected).toBe("200,70 300,60 400,40");
  expect(curve?.band).toBe("200,70 300,50 400,0 400,60 300,70");
});

it("draws nothing without a forecast or without adoption", () => {
  expect(forecast_curve(spread, { ...forecast, points: [] }, { width: 1, height: 1 })).toBeNull();
  expect(forecast_curve([], forecast, { width: 1, height: 1 })).toBeNull();
});
