// ecosystem/innovation/default_gate_rules.h
#pragma once

#include <optional>

#include "ecosystem/innovation/gate_rule.h"

namespace tributary::ecosystem {

/// What the gate of a stage asks for until a steward sets another rule. Nothing for mainstreaming
/// and what follows: there an authority decides, and nobody scores.
std::optional<GateRule> default_gate_rule(Stage stage);

}  // namespace tributary::ecosystem
