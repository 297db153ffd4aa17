#include <fmt/format.h>

#include "app/ecosystem/ecosystem.h"
#include "app/ecosystem/potential/potential_sentences.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/potential_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

namespace eco = ecosystem;

std::string for_state(const eco::StateCode& target) {
  return target.value.empty() ? "for no Member State in particular" : "for " + target.value;
}

void print_reading(const app::PartOfPotential& part, const Terminal& terminal, std::size_t indent) {
  for (const auto& reason : part.reading.reasons) {
    fmt::print("{}", terminal.wrapped(app::sentence_of(reason), indent));
  }
}

void print_potential(const app::PotentialView& view, const Terminal& terminal) {
  fmt::print("{}\n{}, as of {}\n", terminal.strong(view.title), for_state(view.target),
             view.day.iso());
  for (const auto& part : view.parts) {
    fmt::print("\n{}: {} · {} of {} known\n", terminal.strong(name_of(part.part)),
               name_of(part.reading.strength), part.known, part.of);
    print_reading(part, terminal, 2);
  }
}

void print_comparison(const app::Comparison& comparison, const Terminal& terminal) {
  fmt::print("{}, as of {}\n", for_state(comparison.target), comparison.day.iso());
  for (std::size_t part = 0; part < eco::kPotentialParts; ++part) {
    fmt::print("\n{}\n", terminal.strong(name_of(static_cast<eco::PotentialPart>(part))));
    for (const auto& option : comparison.options) {
      const auto& reading = option.parts[part];
      fmt::print("  {} {}: {}\n", option.innovation.value, option.title,
                 name_of(reading.reading.strength));
      print_reading(reading, terminal, 6);
    }
  }
}

std::vector<eco::InnovationId> ids_of(const PotentialOptions& options) {
  std::vector<eco::InnovationId> ids;
  for (const auto number : options.innovations) ids.push_back({number});
  return ids;
}

}  // namespace

Result<int> evidence_potential_command(const PotentialOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto view =
      TRY(ecosystem->potential().view({options.innovations.front()}, {options.state}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::potential_json(view)));
  } else {
    print_potential(view, Terminal::standard_output());
  }
  return kSuccess;
}

Result<int> evidence_compare_command(const PotentialOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto comparison = TRY(ecosystem->potential().compare(ids_of(options), {options.state}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::comparison_json(comparison)));
  } else {
    print_comparison(comparison, Terminal::standard_output());
  }
  return kSuccess;
}

}  // namespace tributary::cli
