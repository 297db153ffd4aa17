// app/organisations/resolve_organisations.h
//
// Finds organisations of the catalogue that are one under several names: those that are new or have
// changed since they were last compared, against all. Sure matches are merged, with the program as
// the author; doubtful ones wait for a curator.
//
//   const auto report = TRY(resolve_organisations(connections, clock));
//
// Nobody's decision is undone by it: pairs that were kept apart, and merges that were undone, stay
// so. Memory: some 300 bytes for each name of the catalogue.
#pragma once

#include <cstdint>
#include <memory>

#include "base/clock.h"
#include "base/result.h"
#include "store/pool.h"

namespace tributary::app {

struct ResolveReport {
  std::uint64_t organisations = 0;  ///< of the catalogue
  std::uint64_t compared = 0;       ///< of these, new or changed ones
  std::uint64_t merged = 0;
  std::uint64_t doubtful = 0;  ///< pairs that a curator is asked about
  std::uint64_t vanished = 0;  ///< pairs of which one left the catalogue meanwhile: left out
};

/// What comparing the organisations that are new or have changed with all others finds.
class OrganisationMatches {
 public:
  /// Reads without holding up writers.
  static Result<OrganisationMatches> find(store::ConnectionPool& connections);
  ~OrganisationMatches();
  OrganisationMatches(OrganisationMatches&&) noexcept;
  OrganisationMatches& operator=(OrganisationMatches&&) = delete;
  OrganisationMatches(const OrganisationMatches&) = delete;
  OrganisationMatches& operator=(const OrganisationMatches&) = delete;

  /// One transaction, with its entry in the audit trail where anything was compared. Pairs of which
  /// one organisation is no longer there are left out.
  Result<ResolveReport> write(store::ConnectionPool& connections, const Clock& clock) const;

 private:
  class Comparison;
  explicit OrganisationMatches(std::unique_ptr<Comparison> comparison);
  friend class MatchWriter;
  friend class MatchGroups;
  std::unique_ptr<Comparison> comparison_;
};

/// Finds and writes.
Result<ResolveReport> resolve_organisations(store::ConnectionPool& connections, const Clock& clock);

}  // namespace tributary::app
