// store/innovation/innovation_people.h
//
// Who works on an innovation and who supports it. Joining and leaving are only ever added to: who
// was in a team once stays known, as they may not judge its work later.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/rights/role.h"
#include "sql/connection.h"

namespace tributary::store {

enum class TeamEventKind : std::uint8_t { asked, joined, left };

std::string_view name_of(TeamEventKind kind);

struct TeamEvent {
  ecosystem::PersonId person;
  TeamEventKind kind = TeamEventKind::asked;
  ecosystem::Role role = ecosystem::Role::innovator;  ///< or pilot_lead
  std::string organisation;                           ///< its id in the catalogue; empty: none
  Timestamp at;
  ecosystem::PersonId by;
};

Result<> append_team_event(sql::Connection& connection, ecosystem::InnovationId id,
                           const TeamEvent& event);

/// All, oldest first.
Result<std::vector<TeamEvent>> team_events(sql::Connection& connection, ecosystem::InnovationId id);

/// Once a person; a second time changes nothing.
Result<> support_innovation(sql::Connection& connection, ecosystem::InnovationId id,
                            ecosystem::PersonId by, Timestamp at);

/// Those who support one support another as well from now on.
Result<> pass_supporters_on(sql::Connection& connection, ecosystem::InnovationId from,
                            ecosystem::InnovationId to);

/// In the order in which they came.
Result<std::vector<ecosystem::PersonId>> innovation_supporters(sql::Connection& connection,
                                                               ecosystem::InnovationId id);

}  // namespace tributary::store
