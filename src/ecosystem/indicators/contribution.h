// ecosystem/indicators/contribution.h
//
// The contribution of VET to innovation: who works with VET providers in the projects of the
// catalogue, how these providers stand in that network, and which innovations enterprises and VET
// providers make together. The other aim, incidence, is measured apart, and no number is made of
// both.
//
// What is unknown of an organisation stays unknown: it is in what was not heard, and in neither
// side of a share.
//
// Pure functions; safe from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/strong_id.h"
#include "ecosystem/indicators/figure.h"
#include "ecosystem/innovation/innovation.h"

namespace tributary::ecosystem {

/// The catalogue's numbers.
using OrganisationNumber = StrongId<struct OrganisationNumberTag>;
using ProjectNumber = StrongId<struct ProjectNumberTag>;

/// What an organisation is in these figures.
enum class PartnerKind : std::uint8_t {
  unknown,
  vet_provider,
  enterprise,
  research,  ///< institutes and higher education
  other,
};

std::string_view name_of(PartnerKind kind);

/// What is known of a project that tells whether it is a VET innovation project.
struct VetSigns {
  bool names_vet = false;         ///< its title, action, call or topics do
  bool has_vet_provider = false;  ///< one takes part
  bool is_mobility = false;       ///< of learners and staff: it sends people, and makes nothing new
  bool is_source = false;         ///< an innovation of the ecosystem came from it
};

/// A project that names VET or has a VET provider and is not one of mobility; and whatever an
/// innovation came from.
bool is_vet_innovation_project(const VetSigns& signs);

/// That an organisation of the state takes part in a project that began in the year.
struct NetworkPlace {
  OrganisationNumber organisation;
  ProjectNumber project;
  PartnerKind kind = PartnerKind::unknown;
  bool is_vet_innovation = false;  ///< the project
};

/// How many enterprises take part in VET innovation projects. Rows: these. Heard: organisations in
/// such projects of which it is known what they are, of all of them. Nothing where it is known of
/// none.
Figure<OrganisationNumber> enterprises_in_vet_projects(std::span<const NetworkPlace> places,
                                                       Date as_of, std::string source);

/// VET providers among the organisations in projects. Rows: these providers. Heard as above, in
/// projects of all kinds.
Figure<OrganisationNumber> vet_share_of_organisations(std::span<const NetworkPlace> places,
                                                      Date as_of, std::string source);

/// The same of participations: who takes part twice counts twice, but is one row.
Figure<OrganisationNumber> vet_share_of_participations(std::span<const NetworkPlace> places,
                                                       Date as_of, std::string source);

/// A measure of a VET provider in the network.
struct ProviderPosition {
  OrganisationNumber organisation;
  double value = 0;
  auto operator<=>(const ProviderPosition&) const = default;
};

/// The median, of an even number the mean of the middle two: a few hubs do not speak for all. Rows:
/// all. `providers` includes those that were in no project with a day yet.
Figure<ProviderPosition> median_position(std::vector<ProviderPosition> positions,
                                         std::uint64_t providers, Date as_of, std::string source);

/// A VET provider's first joint project with a partner.
struct NewTie {
  OrganisationNumber provider, partner;
  ProjectNumber project;
  PartnerKind partner_kind = PartnerKind::unknown;
  auto operator<=>(const NewTie&) const = default;
};

/// Ties to partners of a kind. Rows: these. Heard: ties to partners of which the kind is known, of
/// all. Nothing where there are ties and the kind of none is known, or where no provider was in a
/// project that began in the year.
Figure<NewTie> new_ties_to(PartnerKind kind, std::span<const NewTie> ties, bool is_any_project,
                           Date as_of, std::string source);

/// Who works on an innovation, by the organisations for which its people work, and who uses it.
struct InnovationPartners {
  InnovationId innovation;
  bool has_enterprise = false, has_vet_provider = false;
  bool is_any_known = false;  ///< what at least one of them is
};

/// Of the innovations that an enterprise works on, the share with a VET provider. Rows: those that
/// have one. Heard: innovations of whose partners anything is known, of all. Nothing where no
/// enterprise works on any.
Figure<InnovationId> enterprise_innovations_with_vet_partner(
    std::span<const InnovationPartners> innovations, Date as_of, std::string source);

}  // namespace tributary::ecosystem
