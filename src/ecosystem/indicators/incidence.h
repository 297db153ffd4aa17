// ecosystem/indicators/incidence.h
//
// The incidence of innovation in VET: which providers do something new, what enters the pipeline
// and how it fares there, and whom it reaches. The other aim, what VET contributes to innovation,
// is measured apart, and no number is made of both.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "ecosystem/indicators/figure.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/innovation/stage.h"
#include "ecosystem/mainstreaming/adoption.h"

namespace tributary::ecosystem {

/// The Oslo Manual's observation period.
inline constexpr int kObservedYears = 3;

/// What a provider says it has brought into use.
struct ImplementedInnovation {
  Date implemented;
  OsloType type = OsloType::product;
  NoveltyScope novelty = NoveltyScope::provider;
  bool operator==(const ImplementedInnovation&) const = default;
};

/// One provider's answer; without an innovation it says that there was none.
struct ProviderAnswer {
  ProviderId provider;
  Date answered;
  std::vector<ImplementedInnovation> innovations;
};

/// What of an innovation counts; without a type or novelty every one does.
struct InnovationFilter {
  std::optional<OsloType> type;
  std::optional<NoveltyScope> novelty;
};

/// Whether an answer of that day tells of `as_of`: it was given in the three years up to it.
bool is_observed(Date answered, Date as_of);

/// Of the providers that answered in the three years up to `as_of`, the share with an innovation
/// implemented in these years; a provider's last answer counts. Rows: those that have one.
/// `providers_in_scope` includes those that did not answer.
Figure<ProviderId> share_of_innovating_providers(std::span<const ProviderAnswer> answers,
                                                 std::uint64_t providers_in_scope, Date as_of,
                                                 const InnovationFilter& counted,
                                                 std::string source);

/// An innovation's time in a stage.
struct StageVisit {
  InnovationId innovation;
  Stage stage = Stage::identified;
  Date entered;
  std::optional<Date> left;  ///< nothing while it is there
  bool went_on = false;      ///< it left for another stage, and was not stopped or withdrawn
};

/// Innovations that entered the stage in `year`, for every hundred providers. Rows: these; an
/// innovation that entered twice counts once. Nothing where there is no provider.
Figure<InnovationId> entries_per_hundred_providers(std::span<const StageVisit> visits, Stage stage,
                                                   int year, std::uint64_t providers,
                                                   std::string source);

/// What became of the visits to a stage that began until `as_of`.
struct StageFlow {
  std::uint64_t entered = 0;
  std::uint64_t went_on = 0;
  std::uint64_t ended = 0;
  std::uint64_t still_there = 0;
  /// Of the visits that are over: half lasted no longer. Nothing where none is over; those that
  /// still last are not in it, so it tells of the past.
  std::optional<int> median_days;
  bool operator==(const StageFlow&) const = default;
};

StageFlow flow_through(std::span<const StageVisit> visits, Stage stage, Date as_of);

/// How many of a provider's learners an innovation reaches; nothing where it did not say.
struct LearnersReached {
  ProviderId provider;
  std::optional<std::uint64_t> learners, reached;
};

/// Of the learners of providers that told both numbers, the share that is reached. Rows: those
/// providers. A provider that reaches more learners than it has is taken at what it has.
Figure<ProviderId> share_of_learners_reached(std::span<const LearnersReached> providers, Date as_of,
                                             std::string source);

}  // namespace tributary::ecosystem
