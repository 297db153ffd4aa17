// app/partners/partner_votes.h
#pragma once

#include "app/partners/find_partners.h"

namespace tributary::app {

/// The projects that vote, with their weights, and the language that the idea was read in.
struct PartnerVotes {
  std::vector<network::Vote> votes;
  std::string language;  ///< empty without an idea
};

/// Errors: `invalid_argument` naming the field, `not_found` naming a project or call, `timed_out`.
Result<PartnerVotes> partner_votes(const PartnerQuery& query, const PartnerNetwork& network,
                                   const search::Snapshot& snapshot, store::CatalogueStore& store);

}  // namespace tributary::app
