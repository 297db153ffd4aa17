#include "store/hub/pilots_at_sites.h"

#include <charconv>

#include "ecosystem/enum_names.h"
#include "store/identity/organisation_decisions.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

/// The team keeps ids as text.
std::optional<OrganisationId> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return OrganisationId{number};
}

}  // namespace

Result<std::vector<PilotAtSite>> pilots_at_sites(sql::Connection& connection) {
  std::vector<PilotAtSite> found;
  {
    auto row = TRY(connection.statement(
        "SELECT p.id, p.protocol, p.site, p.member_state, p.state, p.planned_at, i.id, "
        "i.text_number, "
        "t.title, COALESCE((SELECT m.organisation FROM innovation_team m WHERE m.innovation = i.id "
        "AND m.person = p.lead AND m.organisation <> '' ORDER BY m.number DESC LIMIT 1), '') "
        "FROM pilots p JOIN pilot_protocols r ON r.id = p.protocol "
        "JOIN innovations i ON i.id = r.innovation "
        "JOIN innovation_texts t ON t.innovation = i.id AND t.number = i.text_number "
        "ORDER BY p.id DESC"));
    TRY(row.bind());
    while (TRY(row.step())) {
      StoredPilot pilot{.id = {row.integer(0)},
                        .protocol = {row.integer(1)},
                        .site = std::string(row.text(2)),
                        .member_state = {std::string(row.text(3))}};
      pilot.state = TRY(ecosystem::enum_from_name(row.text(4), ecosystem::PilotState::terminated));
      pilot.planned = moment_of(row.integer(5));
      found.push_back({.pilot = std::move(pilot),
                       .innovation = {row.integer(6)},
                       .innovation_text = row.integer(7),
                       .innovation_title = std::string(row.text(8)),
                       .organisation = number_in(row.text(9))});
    }
  }
  for (auto& line : found) {
    if (line.organisation) line.organisation = TRY(root_of(connection, *line.organisation));
  }
  return found;
}

}  // namespace tributary::store
