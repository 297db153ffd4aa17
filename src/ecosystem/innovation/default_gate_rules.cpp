#include "ecosystem/innovation/default_gate_rules.h"

namespace tributary::ecosystem {
namespace {

Criterion must(std::string name) { return {.name = std::move(name), .must_be_met = true}; }

Criterion weighed(std::string name, int weight) {
  return {.name = std::move(name), .weight = weight};
}

}  // namespace

std::optional<GateRule> default_gate_rule(Stage stage) {
  switch (stage) {
    case Stage::identified:
      return GateRule{.criteria = {must("Ethics"), weighed("Relevance", 2), weighed("Novelty", 1),
                                   weighed("Feasibility", 1)},
                      .required_assessments = 2,
                      .threshold_hundredths = 200};
    case Stage::testing:
      return GateRule{.criteria = {must("The trial ran as planned"), weighed("Signal of effect", 2),
                                   weighed("Acceptance by learners and trainers", 1)},
                      .required_assessments = 2,
                      .threshold_hundredths = 200};
    case Stage::development:
      return GateRule{.criteria = {must("Accessibility"), must("Licence"), weighed("Materials", 1),
                                   weighed("Training", 1), weighed("Cost", 1)},
                      .required_assessments = 2,
                      .threshold_hundredths = 250};
    case Stage::assessment:
      return GateRule{
          .criteria = {must("Equity"), weighed("Strength of the evidence", 2),
                       weighed("Scalability", 2), weighed("Cost for what it brings", 1)},
          .required_assessments = 3,
          .threshold_hundredths = 250};
    case Stage::mainstreaming:
    case Stage::mainstreamed:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace tributary::ecosystem
