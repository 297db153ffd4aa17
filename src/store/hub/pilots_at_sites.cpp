#include "store/hub/pilots_at_sites.h"

#include <algorithm>

#include "ecosystem/enum_names.h"
#include "store/stored_moment.h"

namespace tributary::store {

Result<std::vector<PilotAtSite>> pilots_at_sites(sql::Connection& connection,
                                                 const std::vector<std::string>& member_states) {
  std::vector<PilotAtSite> found;
  auto row = TRY(connection.statement(
      "SELECT p.id, p.protocol, p.site, p.member_state, p.state, p.planned_at, i.id, t.title "
      "FROM pilots p JOIN pilot_protocols r ON r.id = p.protocol "
      "JOIN innovations i ON i.id = r.innovation "
      "JOIN innovation_texts t ON t.innovation = i.id AND t.number = i.text_number "
      "WHERE p.member_state = ?"));
  for (const auto& member_state : member_states) {
    TRY(row.bind(member_state));
    while (TRY(row.step())) {
      StoredPilot pilot{.id = {row.integer(0)},
                        .protocol = {row.integer(1)},
                        .site = std::string(row.text(2)),
                        .member_state = {std::string(row.text(3))}};
      pilot.state = TRY(ecosystem::enum_from_name(row.text(4), ecosystem::PilotState::terminated));
      pilot.planned = moment_of(row.integer(5));
      found.push_back({.pilot = std::move(pilot),
                       .innovation = {row.integer(6)},
                       .innovation_title = std::string(row.text(7))});
    }
  }
  std::ranges::sort(found, std::ranges::greater(),
                    [](const PilotAtSite& line) { return line.pilot.id; });
  return found;
}

}  // namespace tributary::store
