#include "ecosystem/indicators/stage_visits.h"

#include <set>
#include <utility>

#include "ecosystem/indicators/ratio.h"

namespace tributary::ecosystem {
namespace {

Figure<InnovationId> flow_figure(const StageFlow& flow, const std::set<InnovationId>& rows,
                                 Date as_of, std::string source) {
  return {.value = {},
          .as_of = as_of,
          .source = std::move(source),
          .heard = {.from = flow.went_on + flow.ended, .in_scope = flow.entered},
          .rows = {rows.begin(), rows.end()}};
}

bool has_ended_by(const StageVisit& visit, Stage stage, Date as_of) {
  return visit.stage == stage && visit.entered <= as_of && visit.left && *visit.left <= as_of;
}

}  // namespace

std::vector<StageVisit> visits_of(InnovationId innovation, Date created,
                                  std::span<const StageMove> moves) {
  std::vector<StageVisit> visits{{.innovation = innovation,
                                  .stage = Stage::identified,
                                  .entered = created,
                                  .left = {},
                                  .went_on = false}};
  for (const auto& [at, to] : moves) {
    auto& present = visits.back();
    const bool is_another_stage = to.stage != present.stage;
    const bool goes_on = to.standing == Standing::active || to.standing == Standing::parked;
    if (!is_another_stage && goes_on) continue;
    if (!present.left) present.left = at;
    if (!is_another_stage) continue;
    present.went_on = true;
    visits.push_back({.innovation = innovation,
                      .stage = to.stage,
                      .entered = at,
                      .left = goes_on ? std::optional<Date>() : at,
                      .went_on = false});
  }
  return visits;
}

Figure<InnovationId> share_that_went_on(std::span<const StageVisit> visits, Stage stage, Date as_of,
                                        std::string source) {
  std::set<InnovationId> rows;
  for (const auto& visit : visits) {
    if (has_ended_by(visit, stage, as_of) && visit.went_on) rows.insert(visit.innovation);
  }
  const auto flow = flow_through(visits, stage, as_of);
  auto figure = flow_figure(flow, rows, as_of, std::move(source));
  figure.value = ratio(flow.went_on, flow.went_on + flow.ended);
  return figure;
}

Figure<InnovationId> median_days_in_stage(std::span<const StageVisit> visits, Stage stage,
                                          Date as_of, std::string source) {
  std::set<InnovationId> rows;
  for (const auto& visit : visits) {
    if (has_ended_by(visit, stage, as_of)) rows.insert(visit.innovation);
  }
  const auto flow = flow_through(visits, stage, as_of);
  auto figure = flow_figure(flow, rows, as_of, std::move(source));
  if (flow.median_days) figure.value = *flow.median_days;
  return figure;
}

}  // namespace tributary::ecosystem
