// app/ecosystem/potential/potential_desk.h
//
// What may be expected of an innovation in everyday practice: the profile of its mainstreaming
// potential, part by part with the rows behind each, and several innovations side by side for one
// Member State.
//
//   PotentialDesk desk(…);
//   const auto view = TRY(desk.view({7}, {"EL"}));
//   view.part(PotentialPart::readiness).reading.strength  →  Strength::weak
//
// There is no sum of the parts and no rank. A part is read at its own moment: what changes in
// between may show in one and not yet in another. Anyone may read. Errors: `not_found`;
// `invalid_argument` with the parameter as the context.
//
// Thread rule: safe from any thread.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/ecosystem/adoption_desk.h"
#include "app/ecosystem/application_desk.h"
#include "app/ecosystem/innovation_desk.h"
#include "app/ecosystem/mainstreaming_desk.h"
#include "app/ecosystem/pilot_desk.h"
#include "app/ecosystem/potential/adoption_forecast.h"
#include "app/ecosystem/potential/effect_transfer.h"
#include "ecosystem/potential/place_reading.h"

namespace tributary::app {

/// As many as stand beside each other on a page.
inline constexpr std::size_t kMostCompared = 6;

/// Something that a part rests on, with the page that shows it.
struct PotentialRow {
  std::string name;
  std::string page;  ///< "/pilots/3"
};

/// One part: how it may be read, and what it takes to believe that.
struct PartOfPotential {
  ecosystem::PotentialPart part = ecosystem::PotentialPart::evidence;
  ecosystem::PotentialReading reading;
  std::string source;
  std::optional<Timestamp> changed;  ///< the newest row
  std::uint64_t known = 0, of = 0;   ///< coverage: so many of so many, as `source` tells
  std::vector<PotentialRow> rows;
};

/// A primary outcome of a protocol, with all of its pilots together.
struct PooledOutcome {
  store::ProtocolId protocol;
  std::string protocol_title;
  OutcomeSynthesis synthesis;
};

/// An element or principle that the innovation addresses, in the state.
struct AddressedItem {
  ecosystem::ReadyItem item;
  std::string name;  ///< empty where the version that is applied there has it not
};

struct PotentialView {
  ecosystem::InnovationId innovation;
  std::string title;
  ecosystem::PipelineState state;
  ecosystem::StateCode target;  ///< empty: no state was asked for
  Date day;
  ecosystem::EvidenceLevel level;
  std::vector<PooledOutcome> outcomes;
  /// Of `outcomes` that with the most pilots, the first of several: parts speak of it.
  std::optional<std::size_t> leading;
  ecosystem::TransferFacts transfer;
  std::optional<store::StoredCase> case_read;  ///< whose checklist is read
  std::optional<store::StoredCase> case_here;  ///< the newest of the target that is not over
  std::string product_cost;                    ///< in words; empty: nobody said
  std::vector<AddressedItem> items;
  std::string application_page;  ///< empty: the framework is not applied there
  ecosystem::AdoptionFacts adoption;
  AdoptionForecast forecast;
  std::array<PartOfPotential, ecosystem::kPotentialParts> parts;

  [[nodiscard]] const PartOfPotential& part(ecosystem::PotentialPart which) const {
    return parts[static_cast<std::size_t>(which)];
  }
};

struct Comparison {
  ecosystem::StateCode target;
  Date day;
  std::vector<PotentialView> options;  ///< in the order in which they were asked for
};

class PotentialDesk {
 public:
  /// REQUIRES: all outlive it.
  PotentialDesk(InnovationDesk& innovations, PilotDesk& pilots, MainstreamingDesk& cases,
                ApplicationDesk& applications, AdoptionDesk& adoption)
      : innovations_(innovations),
        pilots_(pilots),
        cases_(cases),
        applications_(applications),
        adoption_(adoption) {}

  /// For `target`, or for no state in particular where it is empty.
  Result<PotentialView> view(ecosystem::InnovationId innovation,
                             const ecosystem::StateCode& target);

  /// Of one to kMostCompared different innovations.
  Result<Comparison> compare(std::span<const ecosystem::InnovationId> innovations,
                             const ecosystem::StateCode& target);

 private:
  Result<> read_evidence(PotentialView& view);
  Result<> read_cases(PotentialView& view);
  Result<> read_application(PotentialView& view, const std::vector<ecosystem::ItemKey>& addressed);
  Result<> read_adoption(PotentialView& view);

  InnovationDesk& innovations_;
  PilotDesk& pilots_;
  MainstreamingDesk& cases_;
  ApplicationDesk& applications_;
  AdoptionDesk& adoption_;
};

}  // namespace tributary::app
