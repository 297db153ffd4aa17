#include <fmt/format.h>

#include <algorithm>

#include "app/ecosystem/ecosystem.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "ecosystem/enum_names.h"
#include "http/json/innovation_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

namespace eco = ecosystem;

/// Nothing where the option was not given.
template <class Enum>
Result<std::optional<Enum>> enum_option(const std::string& text, Enum last) {
  if (text.empty()) return std::nullopt;
  return TRY(eco::enum_from_name(text, last));
}

Result<app::FindInnovations> request_of(const InnovationListOptions& options) {
  app::FindInnovations request{
      .filter = {.stage = TRY(enum_option(options.stage, eco::Stage::mainstreamed)),
                 .standing = TRY(enum_option(options.standing, eco::Standing::de_implemented)),
                 .member_state = {options.state},
                 .framework_item = {options.item},
                 .project = options.project,
                 .decided = TRY(enum_option(options.decided, eco::PipelineAct::withdraw))},
      .text = options.text,
      .limit = options.limit};
  if (options.after > 0) request.after = eco::InnovationId{options.after};
  return request;
}

template <class Enum>
std::string spaced_names_of(eco::EnumSet<Enum> set) {
  auto words = eco::names_of(set);
  std::ranges::replace(words, '_', ' ');
  return words;
}

void print_view(const app::InnovationView& view, const Terminal& terminal) {
  const auto& file = view.file;
  const auto& text = file.text.text;
  fmt::print("{}\n{} · {} · {}\n\n{}\n", terminal.strong(text.title), name_of(file.now.state),
             file.now.member_state.value, grouped(view.supporters.size()) + " supporters",
             terminal.wrapped(text.problem, 0));
  if (!text.what_is_new.empty()) fmt::print("\n{}\n", terminal.wrapped(text.what_is_new, 0));
  if (!view.next.empty()) fmt::print("\n{}\n", terminal.strong("What comes next"));
  for (const auto& next : view.next) {
    fmt::print("  {} → {} · {}{}\n", name_of(next.act), name_of(next.to), spaced_names_of(next.who),
               next.missing.empty() ? "" : " · missing: " + spaced_names_of(next.missing));
  }
  if (!file.moves.empty()) fmt::print("\n{}\n", terminal.strong("What was decided"));
  for (const auto& move : file.moves) {
    fmt::print("  {}  {} → {}{}\n{}\n", day_of(move.at).iso(), name_of(move.act), name_of(move.to),
               move.confirmed_by ? " (override)" : "", terminal.wrapped(move.reasons, 4));
  }
}

}  // namespace

Result<int> innovation_list_command(const InnovationListOptions& options) {
  const SystemClock clock;
  const auto request = TRY(request_of(options));
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto page = TRY(ecosystem->innovations().find(request));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::innovations_json(page, options.limit)));
    return kSuccess;
  }
  for (const auto& summary : page.innovations) {
    const auto& now = summary.innovation;
    fmt::print("{:>6}  {:<24} {}  {}\n", now.id.value, name_of(now.state), now.member_state.value,
               summary.title);
  }
  fmt::print("{} of {}\n", page.innovations.size(), page.total);
  return kSuccess;
}

Result<int> innovation_show_command(const InnovationShowOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto view = TRY(ecosystem->innovations().view({}, {options.id}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::innovation_json(view, {})));
  } else {
    print_view(view, Terminal::standard_output());
  }
  return kSuccess;
}

}  // namespace tributary::cli
