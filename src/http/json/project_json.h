// http/json/project_json.h
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "base/date.h"
#include "store/catalogue_store.h"

namespace tributary::http {

/// GET /api/v1/projects/{id}, the schema Project.
boost::json::object project_json(const store::StoredProject& project, Date today);

/// What a list of projects shows of each: what the schemas Hit and SimilarProject share.
boost::json::object project_card_json(const store::StoredProject& project,
                                      catalogue::ProjectStatus status);

/// How many organisations take part: those with the role of coordinator, and all others.
struct PartnerCount {
  std::uint64_t coordinators = 0;
  std::uint64_t partners = 0;
};
PartnerCount count_partners(const std::vector<store::StoredParticipation>& participations);

/// The countries of the participations, each once: the coordinator's first, then by code.
std::vector<std::string> countries_of(
    const std::vector<store::StoredParticipation>& participations);

/// The first coordinator; null where no participation has that role.
const store::StoredParticipation* coordinator_of(
    const std::vector<store::StoredParticipation>& participations);

/// Whether the project belongs to the demonstration data.
bool is_demonstration(const store::StoredProject& project);

/// The first coordinator in short; null where there is none.
boost::json::value coordinator_json(const std::vector<store::StoredParticipation>& participations);

boost::json::array strings_json(const std::vector<std::string>& strings);

}  // namespace tributary::http
