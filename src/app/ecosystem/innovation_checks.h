// app/ecosystem/innovation_checks.h
//
// What several use cases of innovations ask before they change anything.
//
// Thread rule: pure functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "app/ecosystem/innovation_file.h"
#include "ecosystem/rights/actor.h"

namespace tributary::app {

/// Errors: `conflict` where the innovation has changed since.
Result<> check_seen(const InnovationFile& file, store::Revision seen);

/// What its team may do, nobody else may, whatever they are elsewhere. Errors: `not_permitted`.
Result<> check_team_role(const InnovationFile& file, const ecosystem::Actor& actor,
                         ecosystem::Action action);

/// Errors: `conflict` where the innovation is not active, or where it is being assessed or further:
/// what is judged does not change.
Result<> check_open_for_work(const InnovationFile& file);

/// Nobody speaks for an organisation in which they hold no role; none at all is fine. Errors:
/// `not_permitted`.
Result<> check_organisation(const ecosystem::Actor& actor, const std::string& organisation);

/// Errors: `invalid_argument` naming the field.
Result<> check_filled(std::string_view text, std::string field, std::string message);

}  // namespace tributary::app
