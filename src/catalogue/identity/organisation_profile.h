// catalogue/identity/organisation_profile.h
//
// One spelling of an organisation, with where it is, as the matching compares it: 528 bytes without
// a text in them, so that a million fit into memory.
//
//   ProfileReader reader;
//   const auto profile = reader.profile_of(organisation);
//
// Thread rule: one reader a thread; profiles are plain data.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "catalogue/identity/name_reader.h"
#include "catalogue/identity/word_evidence.h"
#include "catalogue/project.h"

namespace tributary::catalogue {

/// Words of a name that are compared; later ones are left out.
inline constexpr std::size_t kProfileWords = 14;

/// Words of a short name that are compared: one of several words is often the name in English.
inline constexpr std::size_t kAliasWords = 8;

/// Which three letters follow each other in a name, by 256 bits: the more two names share, the more
/// alike they are written.
using LetterSketch = std::array<std::uint64_t, 4>;

/// The words of a name in their order, each once, as hashes.
template <std::size_t kMost>
struct ProfileWords {
  static constexpr std::size_t kMostWords = kMost;
  std::array<std::uint32_t, kMost> words{};   ///< sounds, or concepts
  std::array<std::uint32_t, kMost> roots{};   ///< of their first six letters
  std::array<std::uint8_t, kMost> weights{};  ///< how rare: an eighth of a bit; set by the index
  std::array<std::int8_t, kMost> tells{};     ///< what each does where the other lacks it
  std::uint8_t count = 0;
  /// Each with the word before and after it, as one.
  std::array<std::uint32_t, kMost> with_before{}, with_after{};
  std::uint16_t concept_places = 0;  ///< a bit for each word that is a concept
  std::uint16_t quality_places = 0;  ///< … for each that says what somebody does or whose he is
  std::uint16_t place_places = 0;    ///< … for each that says where
  std::uint16_t number_places = 0;
};

/// Hashes of texts; 0 where nothing is stated.
struct OrganisationProfile {
  ProfileWords<kProfileWords> name;
  ProfileWords<kAliasWords> alias;  ///< the short name, where it has several words
  LegalForm legal_form = LegalForm::none;
  std::uint16_t country = 0;       ///< its two letters
  std::uint32_t institutions = 0;  ///< a bit for each institution that the name speaks of
  bool is_unit = false;            ///< it speaks of a faculty, a department
  LetterSketch sketch{};
  std::uint32_t compact = 0;  ///< the whole name without blanks
  std::uint32_t opening = 0;  ///< its first letters
  std::uint32_t acronym = 0, short_name = 0;
  std::uint32_t domain = 0;
  std::uint32_t host = 0;         ///< the whole of it but "www"
  std::uint32_t domain_word = 0;  ///< its first label as a word: "mysphera" of "mysphera.com"
  std::uint32_t domain_root = 0;  ///< of the first six letters of that label
  std::uint32_t city = 0, post_code = 0, house_number = 0;
  std::array<std::uint32_t, 3> street{};  ///< words but "street", "Straße" and the like
  std::uint32_t house = 0;                ///< post code, street and number together
  std::uint8_t house_share =
      0;  ///< 255 / how many known spellings are in that house; set by the index
  std::uint8_t domain_share = 0;  ///< the same of the domain
  std::uint8_t street_share = 0;  ///< … of the street with its post code
  std::uint8_t city_share = 0;    ///< … of the town
};

class ProfileReader {
 public:
  /// Under the name that `stated` has.
  [[nodiscard]] OrganisationProfile profile_of(const NamedOrganisation& stated) const;

  /// Of the same organisation under another name.
  [[nodiscard]] OrganisationProfile profile_of(std::string_view name,
                                               const NamedOrganisation& stated) const;

 private:
  void add_name(OrganisationProfile& profile, const ReadName& name) const;
  void add_short_name(OrganisationProfile& profile, std::string_view short_name) const;
  void add_place(OrganisationProfile& profile, const NamedOrganisation& stated) const;
  [[nodiscard]] std::uint32_t word_hash(std::string_view sound) const;

  NameReader names_;
  WordEvidence evidence_;
};

/// The domain that a website or mail address belongs to, "ox.ac.uk" of "https://www.eng.ox.ac.uk/";
/// empty where it is one that many share ("sites.google.com").
std::string_view registered_domain(std::string_view address);

}  // namespace tributary::catalogue
