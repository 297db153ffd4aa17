// catalogue/identity/match_features.h
//
// What two spellings have in common, and what speaks against their being one organisation. Each
// figure lies between 0 and 1, and is the same whichever of the two comes first.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "catalogue/identity/organisation_profile.h"

namespace tributary::catalogue {

enum class MatchFeature : std::uint8_t {
  words,      ///< share of both names' words, by rarity, that the other has too
  contained,  ///< the same of the name of which more is in the other
  own_words,  ///< as `words`, without those that stand for a concept
  own_contained,
  letters,       ///< how alike they are written
  same_words,    ///< all of them
  same_letters,  ///< but for blanks
  rare_shared,   ///< how rare the rarest word in common is
  rare_in_both,  ///< how rare a word is that each has for itself
  rare_in_one,
  alone_in_both,  ///< how many words each has for itself
  alone_in_one,
  same_first_word,
  acronym,          ///< one's acronym or short name is the other's, or a word of the other
  domain_names_it,  ///< one's domain is the other's name, acronym or a word of it
  same_domain,
  other_domain,
  alone_at_domain,  ///< how few others have it
  same_town,
  other_town,
  same_post_code,
  other_post_code,
  same_street,
  other_street,
  same_house,         ///< post code, street and number
  alone_in_house,     ///< how few others are there
  other_number,       ///< school 1 and school 2
  institutions,       ///< share of the kinds of institution that both names speak of
  other_institution,  ///< a university and a hospital
  one_is_unit,        ///< a faculty, and not
  other_legal_form,
  one_legal_form,
  count
};

inline constexpr std::size_t kMatchFeatures = static_cast<std::size_t>(MatchFeature::count);

using MatchFigures = std::array<float, kMatchFeatures>;

MatchFigures compare(const OrganisationProfile& one, const OrganisationProfile& other);

}  // namespace tributary::catalogue
