#include "ecosystem/framework/agreement.h"

#include <algorithm>

namespace tributary::ecosystem {
namespace {

constexpr std::uint32_t kHalf = 50, kWhole = 100;

bool reaches(std::uint64_t part, std::uint64_t whole, std::uint32_t percent) {
  return part * kWhole >= whole * std::uint64_t{percent};
}

bool is_majority(const AgreementRule& rule, const AgreementOutcome& outcome) {
  const auto in_favour = outcome.agree + outcome.agree_with_reservation;
  if (in_favour == 0) return false;
  if (rule.majority == MajorityKind::unanimity) return outcome.object == 0;
  return reaches(in_favour, outcome.entitled, rule.states_percent) &&
         (!rule.population_percent ||
          reaches(outcome.population_in_favour, outcome.population, *rule.population_percent));
}

/// The last position of each state.
Result<std::map<StateCode, const Position*>> last_positions(std::span<const EntitledState> entitled,
                                                            std::span<const Position> positions) {
  std::map<StateCode, const Position*> last;
  for (const auto& position : positions) {
    TRY(check_position(position));
    if (std::ranges::find(entitled, position.state, &EntitledState::code) == entitled.end()) {
      return fail(ErrorCode::invalid_argument, "the state is not entitled to take a position",
                  position.state.value);
    }
    auto& known = last[position.state];
    if (known == nullptr || known->at <= position.at) known = &position;
  }
  return last;
}

}  // namespace

std::string_view name_of(MajorityKind kind) {
  return kind == MajorityKind::unanimity ? "unanimity" : "qualified";
}

std::string_view name_of(PositionKind kind) {
  switch (kind) {
    case PositionKind::agree:
      return "agree";
    case PositionKind::agree_with_reservation:
      return "agree_with_reservation";
    case PositionKind::abstain:
      return "abstain";
    case PositionKind::object:
      return "object";
  }
  return "";
}

Result<> check_position(const Position& position) {
  const bool needs_text = position.kind == PositionKind::agree_with_reservation ||
                          position.kind == PositionKind::object;
  if (!needs_text || !position.text.empty()) return {};
  return fail(ErrorCode::invalid_argument,
              position.kind == PositionKind::object ? "an objection says why"
                                                    : "a reservation says what is reserved",
              position.state.value);
}

Result<> check_rule(const AgreementRule& rule) {
  const auto refuse = [](std::string why) {
    return fail(ErrorCode::invalid_argument, std::move(why), "agreement rule");
  };
  if (rule.quorum_percent > kWhole) return refuse("a quorum is at most 100 %");
  if (rule.majority == MajorityKind::unanimity) {
    return rule.states_percent == 0 && !rule.population_percent
               ? Result<>()
               : refuse("unanimity asks for no share of states or people");
  }
  if (rule.states_percent <= kHalf || rule.states_percent > kWhole) {
    return refuse("a qualified majority is more than 50 % of the states, and at most 100 %");
  }
  if (rule.population_percent && *rule.population_percent > kWhole) {
    return refuse("a share of the people is at most 100 %");
  }
  return {};
}

std::string sentence_of(const AgreementRule& rule) {
  const auto percent = [](std::uint32_t share) { return std::to_string(share) + " %"; };
  std::string text = "No state that votes objects";
  if (rule.majority == MajorityKind::qualified) {
    text = "At least " + percent(rule.states_percent) + " of the states";
    if (rule.population_percent) {
      text += " with at least " + percent(*rule.population_percent) + " of the people";
    }
    text += " agree";
  }
  return text + "; at least " + percent(rule.quorum_percent) + " of the states take a position.";
}

Result<AgreementOutcome> outcome_of(const AgreementRule& rule,
                                    std::span<const EntitledState> entitled,
                                    std::span<const Position> positions) {
  TRY(check_rule(rule));
  const auto last = TRY(last_positions(entitled, positions));
  AgreementOutcome outcome;
  outcome.entitled = entitled.size();
  for (const auto& state : entitled) {
    outcome.population += state.population;
    const auto position = last.find(state.code);
    if (position == last.end()) {
      outcome.silent.push_back(state.code);
      continue;
    }
    ++outcome.took_position;
    switch (position->second->kind) {
      case PositionKind::agree:
        ++outcome.agree;
        outcome.population_in_favour += state.population;
        break;
      case PositionKind::agree_with_reservation:
        ++outcome.agree_with_reservation;
        outcome.population_in_favour += state.population;
        break;
      case PositionKind::abstain:
        ++outcome.abstain;
        break;
      case PositionKind::object:
        ++outcome.object;
        break;
    }
  }
  outcome.has_quorum = outcome.took_position > 0 &&
                       reaches(outcome.took_position, outcome.entitled, rule.quorum_percent);
  outcome.is_agreed = outcome.has_quorum && is_majority(rule, outcome);
  return outcome;
}

}  // namespace tributary::ecosystem
