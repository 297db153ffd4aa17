#include "catalogue/identity/organisation_profile.h"

#include <xxhash.h>

#include <algorithm>
#include <string>

namespace tributary::catalogue {
namespace {

constexpr std::size_t kRootLetters = 6;
constexpr std::size_t kOpeningLetters = 9;

std::uint32_t hash_of(std::string_view text) {
  if (text.empty()) return 0;
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
  return hash == 0 ? 1 : hash;
}

void note_letters(LetterSketch& sketch, std::string_view compact) {
  constexpr std::size_t kTogether = 3;
  for (std::size_t i = 0; i + kTogether <= compact.size(); ++i) {
    const auto bit = hash_of(compact.substr(i, kTogether)) & 255U;
    sketch[bit >> 6] |= 1ULL << (bit & 63U);
  }
}

/// What addresses have beside the name of the street, as it sounds, between blanks.
constexpr std::string_view kStreetWords =
    " street strase str strat rue avenue avenida via viale vialle cale calle plasa plase plats "
    "place piasa piasale road "
    "ulica ulitsa odos paseo bulevar bulevard bulevardul strada corso largo rua lane square drive "
    "park parc "
    "vei veg gatan gata tn utca ut building batiment edificio flor campus ul saint sant santa "
    "numero carer "
    "praca cours alee chemin route po box bul leof leoforos ter van der des del dela ";

bool is_street_word(std::string_view sound) {
  return kStreetWords.contains(std::string(" ").append(sound).append(" "));
}

template <std::size_t kMost>
void add_word(ProfileWords<kMost>& words, const NameWord& word, std::int8_t tells) {
  const std::size_t place = words.count;
  if (place == kMost) return;
  words.words[place] = hash_of(word.sound);
  words.roots[place] = word.meaning || word.sound.size() <= kRootLetters
                           ? words.words[place]
                           : hash_of(std::string_view(word.sound).substr(0, kRootLetters));
  words.tells[place] = tells;
  words.with_before[place] = hash_of(word.with_before);
  words.with_after[place] = hash_of(word.with_after);
  const auto bit = static_cast<std::uint16_t>(1U << place);
  if (word.meaning) words.concept_places |= bit;
  if (word.meaning && word.meaning->kind == ConceptKind::quality) words.quality_places |= bit;
  if (word.meaning && word.meaning->kind == ConceptKind::place) words.place_places |= bit;
  if (word.is_number) words.number_places |= bit;
  ++words.count;
}

/// "eng.ox.ac.uk" of "https://www.eng.ox.ac.uk/", as it is written.
std::string_view host_of(std::string_view address) {
  if (const auto scheme = address.find("://"); scheme != std::string_view::npos) {
    address.remove_prefix(scheme + 3);
  }
  address = address.substr(0, address.find_first_of("/?#: "));
  if (const auto at = address.find('@'); at != std::string_view::npos)
    address.remove_prefix(at + 1);
  while (address.ends_with('.')) address.remove_suffix(1);
  return address;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return lower;
}

constexpr std::array<std::string_view, 9> kShared{"google.com",   "facebook.com", "wordpress.com",
                                                  "blogspot.com", "europa.eu",    "linkedin.com",
                                                  "wixsite.com",  "weebly.com",   "webnode.com"};

/// Labels under which countries register by kind: "ac.uk", "com.tr".
constexpr std::array<std::string_view, 14> kKindsOfDomain{"ac",  "co",  "com",    "edu", "gov",
                                                          "org", "gob", "gouv",   "gv",  "or",
                                                          "net", "k12", "school", "sch"};

}  // namespace

std::string_view registered_domain(std::string_view address) {
  address = host_of(address);
  const auto last = address.rfind('.');
  if (last == std::string_view::npos || last == 0) return {};
  auto from = address.rfind('.', last - 1);
  const auto second = address.substr(from == std::string_view::npos ? 0 : from + 1,
                                     last - (from == std::string_view::npos ? 0 : from + 1));
  if (from != std::string_view::npos && from > 0 &&
      std::ranges::find(kKindsOfDomain, second) != kKindsOfDomain.end()) {
    from = address.rfind('.', from - 1);
  }
  const auto domain = from == std::string_view::npos ? address : address.substr(from + 1);
  return std::ranges::find(kShared, domain) == kShared.end() ? domain : std::string_view();
}

OrganisationProfile ProfileReader::profile_of(const NamedOrganisation& stated) const {
  return profile_of(stated.name, stated);
}

OrganisationProfile ProfileReader::profile_of(std::string_view name,
                                              const NamedOrganisation& stated) const {
  OrganisationProfile profile;
  if (stated.country.size() == 2) {
    profile.country =
        static_cast<std::uint16_t>(static_cast<unsigned char>(stated.country[0]) << 8U |
                                   static_cast<unsigned char>(stated.country[1]));
  }
  add_name(profile, names_.read(name));
  if (!stated.short_name.empty()) add_short_name(profile, stated.short_name);
  add_place(profile, stated);
  return profile;
}

void ProfileReader::add_name(OrganisationProfile& profile, const ReadName& name) const {
  for (const auto& word : name.words) {
    if (word.meaning && word.meaning->kind == ConceptKind::unit) profile.is_unit = true;
    if (word.meaning && word.meaning->kind == ConceptKind::institution) {
      profile.institutions |= 1U << (word.meaning->number & 31U);
    }
    add_word(profile.name, word, evidence_.of(word.sound));
  }
  note_letters(profile.sketch, name.compact);
  profile.legal_form = name.legal_form;
  profile.compact = hash_of(name.compact);
  profile.opening = hash_of(std::string_view(name.compact).substr(0, kOpeningLetters));
  profile.acronym = word_hash(sound_of(name.acronym));
}

void ProfileReader::add_short_name(OrganisationProfile& profile,
                                   std::string_view short_name) const {
  const auto name = names_.read(short_name);
  profile.short_name = hash_of(name.compact);
  if (name.words.size() < 2) return;
  for (const auto& word : name.words) add_word(profile.alias, word, 0);
}

std::uint32_t ProfileReader::word_hash(std::string_view sound) const {
  const auto meaning = names_.lexicon().concept_of(sound);
  if (!meaning) return hash_of(sound);
  return hash_of(std::string("=").append(names_.lexicon().name_of(meaning->number)));
}

void ProfileReader::add_place(OrganisationProfile& profile, const NamedOrganisation& stated) const {
  if (!stated.website.empty()) {
    const auto lower = lower_case(registered_domain(stated.website));
    profile.domain = hash_of(lower);
    const auto host = lower_case(host_of(stated.website));
    if (!lower.empty()) {
      profile.host = hash_of(std::string_view(host).substr(host.starts_with("www.") ? 4 : 0));
    }
    std::string label;
    for (const char c : lower.substr(0, lower.find('.'))) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) label += c;
    }
    const auto sound = sound_of(label);
    profile.domain_word = word_hash(sound);
    profile.domain_root = hash_of(std::string_view(sound).substr(0, kRootLetters));
  }
  if (!stated.city.empty()) {
    // The first word that counts: "Frankfurt am Main", "Praha 6", "TOULOUSE CEDEX 4".
    std::string city;
    for (const auto& word : names_.words_of(stated.city)) {
      const bool is_number = word.front() >= '0' && word.front() <= '9';
      const auto sound = sound_of(word);
      if (is_number || names_.lexicon().is_empty_word(sound)) continue;
      city += sound;
      constexpr std::size_t kTelling = 5;  // "San" and "New" are not
      if (city.size() >= kTelling) break;
    }
    profile.city = word_hash(city);
  }
  if (!stated.post_code.empty()) {
    std::string digits;
    for (const char c : stated.post_code) {
      const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
      if ((upper >= 'A' && upper <= 'Z' && stated.country == "GB") || (c >= '0' && c <= '9')) {
        digits += upper;
      }
    }
    profile.post_code = hash_of(digits);
  }
  std::size_t street_words = 0;
  for (const auto& word : names_.words_of(stated.street)) {
    const auto sound = sound_of(word);
    if (word.front() >= '0' && word.front() <= '9') {
      if (profile.house_number == 0) profile.house_number = hash_of(word);
    } else if (sound.size() > 2 && street_words < profile.street.size() && !is_street_word(sound)) {
      profile.street[street_words++] = hash_of(sound.substr(0, kRootLetters));
    }
  }
  if (profile.post_code != 0 && profile.street[0] != 0 && profile.house_number != 0) {
    const std::array parts{profile.post_code, profile.street[0], profile.house_number};
    profile.house = static_cast<std::uint32_t>(XXH3_64bits(parts.data(), sizeof parts));
  }
}

}  // namespace tributary::catalogue
