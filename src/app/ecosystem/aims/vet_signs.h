// app/ecosystem/aims/vet_signs.h
//
// What the catalogue's words say to the figures of the aims: what an organisation is, and whether a
// project is one of vocational education and training.
//
// Pure functions; safe from any thread.
#pragma once

#include <string_view>

#include "catalogue/project.h"
#include "ecosystem/indicators/contribution.h"

namespace tributary::app {

/// By the type that a source stated.
ecosystem::PartnerKind partner_kind(catalogue::OrganisationType type);

/// Whether who stated this type could have said that it is a provider of VET. CORDIS could not: of
/// what it calls a company, a public body or another it does not tell.
bool could_name_vet_provider(std::string_view type_label);

/// What the project itself says. `has_vet_provider` and `is_source` are not for it to say.
///
///   names VET    title, action, call, key or a topic have VET as a word of its own, a word that
///                begins with "vocational" or "apprentice", or an Erasmus+ action of VET (KA102,
///                KA116, KA202; "KA220-VET-…" is a word of its own)
///   is mobility  the key action is one of mobility, or the key has an action KA1xx
///
/// These words are English: a title in another language is known by its action or its partners.
ecosystem::VetSigns vet_signs(const catalogue::SourceProject& project);

}  // namespace tributary::app
