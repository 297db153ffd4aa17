// catalogue/identity/match_features.h
//
// What two spellings have in common, and what speaks against their being one organisation. Each
// figure lies between 0 and 1, and is the same whichever of the two comes first.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "catalogue/identity/organisation_profile.h"

namespace tributary::catalogue {

enum class MatchFeature : std::uint8_t {
  words,      ///< share of both names' words, by rarity, that the other has too
  contained,  ///< the same of the name of which more is in the other
  own_words,  ///< as `words`, without those that stand for a concept
  own_contained,
  alias_words,  ///< as `words`, the most of a short name of several words and the other's name
  alias_contained,
  best_words,      ///< the larger of `words` and `alias_words`
  best_contained,  ///< likewise
  letters,         ///< how alike they are written
  same_words,      ///< all of them
  same_letters,    ///< but for blanks
  rare_shared,     ///< how rare the rarest word in common is
  rare_in_both,    ///< how rare a word is that each has for itself
  rare_in_one,
  alone_in_both,  ///< how many words each has for itself
  alone_in_one,
  alone_concepts,   ///< how many of the words that one has for itself are concepts, at most
  alone_qualities,  ///< the same of what somebody does or whose he is
  alone_places,     ///< … of where
  word_against,     ///< what the word tells that speaks most against one of all that one lacks
  word_for,         ///< … most for one
  words_tell,       ///< all together
  same_first_word,
  acronym,           ///< one's acronym or short name is the other's, or a word of the other
  domain_names_it,   ///< one's domain is the other's name, acronym or a word of it
  domain_begins_it,  ///< one's domain begins as a word of the other's name: how rare that one is
  same_domain,
  other_domain,
  other_host,       ///< under one domain
  alone_at_domain,  ///< how few others have it
  same_town,
  alone_in_town,  ///< how few others are in the town of both
  other_town,
  same_post_code,
  other_post_code,
  same_street,
  alone_in_street,  ///< how few others are in the street of both
  other_street,
  same_number,  ///< of the house, in one street
  other_house_number,
  same_house,         ///< post code, street and number
  alone_in_house,     ///< how few others are there
  other_number,       ///< school 1 and school 2
  institutions,       ///< share of the kinds of institution that both names speak of
  other_institution,  ///< a university and a hospital
  one_is_unit,        ///< a faculty, and not
  other_legal_form,
  one_legal_form,
  companies,         ///< how many of the two have the legal form of a company
  with_institution,  ///< how many speak of a kind of institution
  count
};

inline constexpr std::size_t kMatchFeatures = static_cast<std::size_t>(MatchFeature::count);

using MatchFigures = std::array<float, kMatchFeatures>;

/// The words of one that the other lacks, as hashes; the sum of both.
std::vector<std::uint32_t> lacking_words(const OrganisationProfile& one,
                                         const OrganisationProfile& other);

/// What words that are lacking tell, as figures: `sum`, `least` and `most` in steps of
/// WordEvidence.
void set_evidence(MatchFigures& figures, int least, int most, int sum);

MatchFigures compare(const OrganisationProfile& one, const OrganisationProfile& other);

}  // namespace tributary::catalogue
