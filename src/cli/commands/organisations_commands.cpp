#include <fmt/format.h>

#include "app/ecosystem/ecosystem.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/identity_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

/// Who has this machine answers for the installation.
ecosystem::Actor operator_of_installation() {
  return {.person = {},
          .grants = {{.role = ecosystem::Role::data_curator,
                      .scope = {ecosystem::ScopeKind::everywhere, ""}}}};
}

Result<std::unique_ptr<app::Ecosystem>> open(const OrganisationsOptions& options,
                                             const Clock& clock) {
  return app::Ecosystem::open(TRY(options.common.data()), clock);
}

int told_decision(const OrganisationsOptions& options, std::int64_t number) {
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(boost::json::object{{"decision", number}}));
  } else {
    fmt::print("Decision {}; undo it with: tributary organisations undo {} --reason …\n", number,
               number);
  }
  return kSuccess;
}

void print_side(const store::StoredOrganisation& side) {
  const auto& named = side.named;
  fmt::print("  {}  {}{}{}, {} projects\n", side.slug, named.name,
             named.city.empty() ? "" : ", " + named.city,
             named.pic.empty() ? "" : ", PIC " + named.pic, side.projects);
}

std::string in_words(const std::vector<app::NamedReason>& reasons) {
  std::string text;
  for (const auto& [name, is_against] : reasons) {
    text += (text.empty() ? "" : ", ") + std::string(is_against ? "against: " : "") + name;
  }
  return text;
}

}  // namespace

Result<int> organisations_resolve_command(const OrganisationsOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(open(options, clock));
  const auto report = TRY(ecosystem->organisations().resolve());
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::resolve_json(report)));
  } else {
    fmt::print("{} organisations, {} new or changed: {} merged with others, {} pairs doubtful.\n",
               grouped(report.organisations), grouped(report.compared), grouped(report.merged),
               grouped(report.doubtful));
    if (report.vanished > 0) {
      fmt::print("{} pairs left out: an organisation left the catalogue meanwhile.\n",
                 grouped(report.vanished));
    }
  }
  return kSuccess;
}

Result<int> organisations_doubtful_command(const OrganisationsOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(open(options, clock));
  const auto list = TRY(ecosystem->organisations().doubts(
      operator_of_installation(), {.country = options.country,
                                   .offset = 0,
                                   .limit = std::min<std::uint64_t>(options.limit, 100)}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::doubts_json(list, clock.today())));
    return kSuccess;
  }
  fmt::print("{} of {} pairs\n", list.pairs.size(), grouped(list.total));
  for (const auto& pair : list.pairs) {
    fmt::print("\n{:.2f}  {}\n", pair.score, in_words(pair.reasons));
    print_side(pair.one);
    print_side(pair.other);
  }
  return kSuccess;
}

Result<int> organisations_merge_command(const OrganisationsOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(open(options, clock));
  const auto number = TRY(ecosystem->organisations().merge(
      operator_of_installation(), {options.other, options.organisation, options.reason}));
  return told_decision(options, number);
}

Result<int> organisations_apart_command(const OrganisationsOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(open(options, clock));
  const auto number = TRY(ecosystem->organisations().keep_apart(
      operator_of_installation(), {options.organisation, options.other, options.reason}));
  if (options.common.json) return told_decision(options, number);
  fmt::print("Decision {}.\n", number);
  return kSuccess;
}

Result<int> organisations_split_command(const OrganisationsOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(open(options, clock));
  const auto split = TRY(ecosystem->organisations().split(operator_of_installation(),
                                                          {.organisation = options.organisation,
                                                           .spellings = options.spellings,
                                                           .pics = options.pics,
                                                           .oids = options.oids,
                                                           .vats = options.vats,
                                                           .reason = options.reason}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::split_json(split)));
    return kSuccess;
  }
  fmt::print("{} has {} participations.\n", split.made, split.participations);
  return told_decision(options, split.decision);
}

Result<int> organisations_undo_command(const OrganisationsOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(open(options, clock));
  const auto number = TRY(ecosystem->organisations().undo(operator_of_installation(),
                                                          options.decision, options.reason));
  if (options.common.json) return told_decision(options, number);
  fmt::print("Decision {}.\n", number);
  return kSuccess;
}

Result<int> organisations_history_command(const OrganisationsOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(open(options, clock));
  const auto decisions =
      TRY(ecosystem->organisations().history(operator_of_installation(), options.organisation));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::decisions_json(decisions)));
    return kSuccess;
  }
  if (decisions.empty()) fmt::print("Nothing was decided.\n");
  for (const auto& told : decisions) {
    const auto& decision = told.decision;
    fmt::print("{}  {}  {}{}\n  {} ({}) – {} ({})\n  {}: {}\n", decision.number,
               rfc3339(decision.at), name_of(decision.kind),
               decision.undone_by ? fmt::format(", undone by {}", *decision.undone_by) : "",
               told.one, decision.one.value, told.other, decision.other.value,
               name_of(app::author_of(decision)),
               decision.reason.empty() ? in_words(told.reasons) : decision.reason);
  }
  return kSuccess;
}

}  // namespace tributary::cli
