#include "ecosystem/pilot/outcome_data.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ecosystem/pilot/exact_number.h"

namespace tributary::ecosystem {
namespace {

constexpr std::size_t kLongestPseudonym = 40;
constexpr int kMostLettersInARow = 3;

enum class Sign : std::uint8_t { none, letter, digit, dash };

/// By the byte.
constexpr auto kSigns = [] {
  std::array<Sign, 256> signs{};
  for (unsigned byte = 'a'; byte <= 'z'; ++byte)
    signs[byte] = signs[byte - 'a' + 'A'] = Sign::letter;
  for (unsigned byte = '0'; byte <= '9'; ++byte) signs[byte] = Sign::digit;
  signs['-'] = signs['_'] = Sign::dash;
  return signs;
}();

bool is_pseudonym(std::string_view text) {
  if (text.empty() || text.size() > kLongestPseudonym) return false;
  bool has_digit = false;
  int letters = 0;
  for (const auto character : text) {
    const auto sign = kSigns[static_cast<unsigned char>(character)];
    letters = sign == Sign::letter ? letters + 1 : 0;
    if (sign == Sign::none || letters > kMostLettersInARow) return false;
    has_digit = has_digit || sign == Sign::digit;
  }
  return has_digit;
}

Result<> check_arm(Arm arm, const PilotProtocol& protocol) {
  if (arm == Arm::treated || has_control(protocol.design)) return {};
  return fail(ErrorCode::invalid_argument, "This design has no control arm.", "arm");
}

bool is_share(const std::string& outcome, const PilotProtocol& protocol) {
  const auto* found = find_outcome(protocol, outcome);
  return found != nullptr && found->kind == OutcomeKind::share;
}

void put(std::string& text, std::string_view cell) {
  text += cell;
  text += '\t';
}
void put(std::string& text, const std::optional<double>& number) {
  put(text, number ? exact_text(*number) : std::string());
}
void end_line(std::string& text) { text.back() = '\n'; }

}  // namespace

Result<> check_pseudonym(std::string_view text, std::string field) {
  if (is_pseudonym(text)) return {};
  return fail(ErrorCode::invalid_argument,
              "A pseudonym, never a name or an address: letters, digits, - and _, with a digit and "
              "at most three letters in a row, like PT-017.",
              std::move(field));
}

std::unexpected<Error> not_an_outcome_of(const PilotProtocol& protocol) {
  std::string names;
  for (const auto& outcome : protocol.outcomes) {
    names += (names.empty() ? "" : ", ") + outcome.name;
  }
  return fail(ErrorCode::invalid_argument, "It is an outcome of the protocol: " + names + ".",
              "outcome");
}

Result<> check_summary(const ArmSummary& summary, const PilotProtocol& protocol) {
  const auto refuse = [](std::string_view field, std::string why) {
    return fail(ErrorCode::invalid_argument, std::move(why), std::string(field));
  };
  if (std::ranges::find(protocol.outcomes, summary.outcome, &PilotOutcome::name) ==
      protocol.outcomes.end()) {
    return not_an_outcome_of(protocol);
  }
  TRY(check_arm(summary.arm, protocol));
  if (summary.learners < 2 || summary.learners > kMostPlannedLearners) {
    return refuse("learners", "An arm has at least two learners, at most ten million.");
  }
  if (summary.groups < 0 || summary.groups > summary.learners) {
    return refuse("groups", "There are not more groups than learners.");
  }
  if (summary.groups == 0 && protocol.unit != AssignmentUnit::learner) {
    return refuse("groups", "Whole groups are assigned: say how many there are in this arm.");
  }
  if (is_share(summary.outcome, protocol)) {
    if (!summary.events) {
      return refuse("events", "This outcome is a share: say of how many learners it is true.");
    }
    if (*summary.events < 0 || *summary.events > summary.learners) {
      return refuse("events", "It is true of none to all learners of the arm.");
    }
    if (summary.mean_before || summary.correlation || summary.mean_after != 0 ||
        summary.deviation_after != 0) {
      return refuse("mean_after", "This outcome is a share: it has counts and no mean.");
    }
    return {};
  }
  if (summary.events) return refuse("events", "This outcome is measured: it has no count.");
  if (summary.deviation_after < 0) {
    return refuse("deviation_after", "A standard deviation is not below 0.");
  }
  if (summary.mean_before.has_value() != summary.deviation_before.has_value()) {
    return refuse("deviation_before", "A mean from before has its standard deviation.");
  }
  if (compares_changes(protocol.design) && !summary.mean_before) {
    return refuse("mean_before", "This design compares changes, so it needs what was before.");
  }
  if (summary.deviation_before && *summary.deviation_before < 0) {
    return refuse("deviation_before", "A standard deviation is not below 0.");
  }
  if (summary.correlation && !(std::abs(*summary.correlation) <= 1)) {
    return refuse("correlation", "It lies from -1 to 1.");
  }
  return {};
}

std::string text_of(std::span<const ArmSummary> arms) {
  // Figures without a count have the text that they always had.
  const bool has_counts =
      std::ranges::any_of(arms, [](const ArmSummary& arm) { return arm.events.has_value(); });
  std::string text(has_counts ? kCountsHeader : kArmsHeader);
  for (const auto& summary : arms) {
    put(text, summary.outcome);
    put(text, name_of(summary.arm));
    put(text, std::to_string(summary.learners));
    put(text, std::to_string(summary.groups));
    if (has_counts) put(text, summary.events ? std::to_string(*summary.events) : std::string());
    put(text, summary.mean_before);
    put(text, summary.deviation_before);
    put(text, std::optional(summary.mean_after));
    put(text, std::optional(summary.deviation_after));
    put(text, summary.correlation);
    end_line(text);
  }
  return text;
}

}  // namespace tributary::ecosystem
