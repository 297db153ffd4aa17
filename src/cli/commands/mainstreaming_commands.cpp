#include <fmt/format.h>

#include <algorithm>

#include "app/ecosystem/ecosystem.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "ecosystem/enum_names.h"
#include "http/json/mainstreaming_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

namespace eco = ecosystem;

Result<app::FindCases> case_request_of(const MainstreamingListOptions& options) {
  app::FindCases request{.filter = {.member_state = {options.member_state}},
                         .limit = options.limit};
  if (!options.state.empty()) {
    request.filter.state = TRY(eco::enum_from_name(options.state, eco::CaseState::closed));
  }
  if (options.innovation > 0) request.filter.innovation = eco::InnovationId{options.innovation};
  if (options.after > 0) request.after = store::CaseId{options.after};
  return request;
}

std::string spaced(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

void print_case(const app::CaseView& view, const Terminal& terminal) {
  const auto& content = view.stored.content;
  fmt::print(
      "{}\n{} · {} · {} · {}\n\nCost at scale: {}\n", terminal.strong(view.innovation_title),
      spaced(name_of(view.stored.state)), content.state.value, spaced(name_of(content.lever)),
      content.competent_authority,
      content.cost_at_scale ? content.cost_at_scale->decimal() + " EUR a year" : "not known");
  if (content.in_force_from) fmt::print("In force from {}\n", content.in_force_from->iso());
  fmt::print("\n{}\n", terminal.strong("Can it be taken to scale?"));
  for (std::size_t item = 0; item < eco::kChecklistItems; ++item) {
    const auto& line = content.checklist[item];
    fmt::print("  {:>2} {:<8} {}\n", item + 1, name_of(line.answer), eco::checklist_question(item));
    if (!line.evidence.empty()) fmt::print("{}\n", terminal.wrapped(line.evidence, 14));
  }
  if (!view.next.empty()) fmt::print("\n{}\n", terminal.strong("What comes next"));
  for (const auto& next : view.next) {
    fmt::print("  {} → {} · {}{}\n", spaced(name_of(next.act)), spaced(name_of(next.to)),
               spaced(eco::names_of(next.who)),
               next.missing.empty() ? "" : " · missing: " + spaced(eco::names_of(next.missing)));
  }
  if (!view.waiting.of_innovation.empty()) {
    fmt::print("  In the pipeline the innovation waits for: {}\n",
               spaced(eco::names_of(view.waiting.of_innovation)));
  }
  if (!view.waiting.of_case.empty()) {
    fmt::print("  The innovation goes on no more; the case waits for: {}\n",
               spaced(eco::names_of(view.waiting.of_case)));
  }
  if (!view.moves.empty()) fmt::print("\n{}\n", terminal.strong("What was decided"));
  for (const auto& move : view.moves) {
    fmt::print("  {}  {} → {}\n", day_of(move.at).iso(), spaced(name_of(move.act)),
               spaced(name_of(move.to)));
    if (!move.reasons.empty()) fmt::print("{}\n", terminal.wrapped(move.reasons, 4));
  }
}

}  // namespace

Result<int> mainstreaming_list_command(const MainstreamingListOptions& options) {
  const SystemClock clock;
  const auto request = TRY(case_request_of(options));
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto page = TRY(ecosystem->mainstreaming().find(request));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::cases_json(page, options.limit)));
    return kSuccess;
  }
  for (const auto& [stored, title] : page.cases) {
    fmt::print("{:>6}  {:<20} {}  {:<23} {}\n", stored.id.value, spaced(name_of(stored.state)),
               stored.content.state.value, spaced(name_of(stored.content.lever)), title);
  }
  fmt::print("{} of {}\n", page.cases.size(), page.total);
  return kSuccess;
}

Result<int> mainstreaming_show_command(const MainstreamingShowOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto view = TRY(ecosystem->mainstreaming().view({}, {options.id}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::case_json(view)));
  } else {
    print_case(view, Terminal::standard_output());
  }
  return kSuccess;
}

}  // namespace tributary::cli
