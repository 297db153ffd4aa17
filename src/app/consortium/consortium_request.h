// app/consortium/consortium_request.h
//
// A consortium and the rules that it is held against, as the API gets it and as people keep it in a
// file: JSON, or a table (CSV, XLSX) with a line for each organisation.
//
//   auto request = TRY(read_consortium(R"({"rules": "erasmus-ka220", "organisations": [
//       {"name": "Escola Profissional", "country": "PT", "type": "vocational_school"}]})",
//                                       Purpose::check));
//   TRY(complete_from_catalogue(request, portal));
//   const auto outcomes = network::check(request.rules->rules, request.members);
//
// docs/consortium-rules.md has the format. Pure functions but for reading files and the catalogue.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/portal.h"
#include "base/file.h"
#include "base/result.h"
#include "network/consortium/member.h"
#include "network/consortium/proposal.h"
#include "network/consortium/rules.h"

namespace tributary::app {

inline constexpr std::size_t kMostMembers = 100, kMostCandidates = 1'000, kMostAlternatives = 10;

struct ConsortiumRequest {
  std::optional<network::RuleSet> rules;  ///< a table names none
  std::vector<network::Member> members;
  // What a proposal is made from.
  std::vector<network::Candidate> candidates = {};
  std::optional<std::size_t> places = {};  ///< at most so many join; nothing: as few as it takes
  std::size_t alternatives = 3;            ///< at most, of each place
};

/// What a request may say: to check a consortium needs no candidates.
enum class Purpose : std::uint8_t { check, proposal };

/// Of JSON text. `rules` is the name of a set that comes with the program, or a set. Errors:
/// `invalid_argument` whose context is the field ("organisations[2].country") or the line.
Result<ConsortiumRequest> read_consortium(std::string_view json, Purpose purpose);

/// Of a file: JSON where its name ends in .json, else a table. Errors: the same, a column and its
/// line for a table; those of reading it. In a table an organisation with a score is a candidate.
Result<ConsortiumRequest> read_consortium_file(const Path& file);

/// Nothing is decided after the deadline. REQUIRES: the request has rules and outlives the call.
network::Proposal proposal_for(const ConsortiumRequest& request,
                               std::chrono::steady_clock::time_point deadline);

/// The consortium with those that the proposal asks into it.
std::vector<network::Member> proposed_members(const ConsortiumRequest& request,
                                              const network::Proposal& proposal);

/// Whether an organisation is named by its id in the catalogue.
bool asks_catalogue(const ConsortiumRequest& request);

/// What the request leaves open of organisations with an id: name, country and type. Errors:
/// `invalid_argument` with the field, where the catalogue has no such organisation.
Result<> complete_from_catalogue(ConsortiumRequest& request, Portal& portal);

}  // namespace tributary::app
