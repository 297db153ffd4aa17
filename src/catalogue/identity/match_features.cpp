#include "catalogue/identity/match_features.h"

#include <algorithm>
#include <bit>

namespace tributary::catalogue {
namespace {

constexpr float kRootCredit = 0.75F;  // a word that begins as another
constexpr float kRarest = 160;        // twenty bits, one in a million

struct Side {
  float all = 0, shared = 0;      // weights of words
  float own = 0, own_shared = 0;  // of those that are no concept
  std::uint8_t rarest_alone = 0, rarest_shared = 0;
  unsigned alone = 0;
  bool has_number_alone = false;
};

Side side_of(const OrganisationProfile& one, const OrganisationProfile& other) {
  Side side;
  for (std::size_t i = 0; i < one.word_count; ++i) {
    const float weight = one.weights[i];
    float credit = 0;
    for (std::size_t j = 0; j < other.word_count; ++j) {
      if (one.words[i] == other.words[j]) {
        credit = 1;
        break;
      }
      if (one.roots[i] == other.roots[j]) credit = kRootCredit;
    }
    // Of a name that says where it is, nothing is missing.
    if (credit == 0 && one.words[i] == other.city) continue;
    const bool is_concept = (one.concept_places >> i & 1U) != 0;
    side.all += weight;
    side.shared += weight * credit;
    if (!is_concept) {
      side.own += weight;
      side.own_shared += weight * credit;
    }
    if (credit > 0) {
      side.rarest_shared = std::max(side.rarest_shared, one.weights[i]);
    } else {
      ++side.alone;
      side.rarest_alone = std::max(side.rarest_alone, one.weights[i]);
      side.has_number_alone |= (one.number_places >> i & 1U) != 0;
    }
  }
  return side;
}

float part(float of, float all) { return all > 0 ? of / all : 0; }

float letters_alike(const LetterSketch& one, const LetterSketch& other) {
  int both = 0, sum = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    both += std::popcount(one[i] & other[i]);
    sum += std::popcount(one[i]) + std::popcount(other[i]);
  }
  return sum == 0 ? 0 : 2 * static_cast<float>(both) / static_cast<float>(sum);
}

bool has_word(const OrganisationProfile& profile, std::uint32_t word) {
  const auto end = profile.words.begin() + profile.word_count;
  return word != 0 && std::find(profile.words.begin(), end, word) != end;
}

bool is_acronym_of(const OrganisationProfile& one, const OrganisationProfile& other) {
  const auto stands_for = [&](std::uint32_t acronym) {
    return acronym != 0 &&
           (acronym == other.short_name || acronym == other.compact || has_word(other, acronym));
  };
  return stands_for(one.acronym) || stands_for(one.short_name);
}

bool share_street(const OrganisationProfile& one, const OrganisationProfile& other) {
  return std::ranges::any_of(one.street, [&](std::uint32_t word) {
    return word != 0 && std::ranges::find(other.street, word) != other.street.end();
  });
}

bool is_named_by_domain_of(const OrganisationProfile& one, const OrganisationProfile& other) {
  const auto word = other.domain_word;
  return word != 0 && (word == one.compact || word == one.acronym || word == one.short_name ||
                       has_word(one, word));
}

}  // namespace

MatchFigures compare(const OrganisationProfile& one, const OrganisationProfile& other) {
  using enum MatchFeature;
  MatchFigures figures{};
  const auto set = [&](MatchFeature feature, float value) {
    figures[static_cast<std::size_t>(feature)] = value;
  };
  const auto flag = [&](MatchFeature feature, bool value) { set(feature, value ? 1.0F : 0.0F); };
  const auto same = [](std::uint32_t a, std::uint32_t b) { return a != 0 && a == b; };
  const auto differs = [](std::uint32_t a, std::uint32_t b) { return a != 0 && b != 0 && a != b; };

  const auto left = side_of(one, other), right = side_of(other, one);
  set(words, part(left.shared + right.shared, left.all + right.all));
  set(contained, std::max(part(left.shared, left.all), part(right.shared, right.all)));
  set(own_words, part(left.own_shared + right.own_shared, left.own + right.own));
  set(own_contained, std::max(part(left.own_shared, left.own), part(right.own_shared, right.own)));
  set(letters, letters_alike(one.sketch, other.sketch));
  flag(same_words, left.alone == 0 && right.alone == 0 && left.shared > 0);
  flag(same_letters, same(one.compact, other.compact));
  const auto weight = [](std::uint8_t of) {
    return std::min(1.0F, static_cast<float>(of) / kRarest);
  };
  set(rare_shared, weight(std::max(left.rarest_shared, right.rarest_shared)));
  set(rare_in_both, weight(std::min(left.rarest_alone, right.rarest_alone)));
  set(rare_in_one, weight(std::max(left.rarest_alone, right.rarest_alone)));
  constexpr float kManyWords = 8;
  const auto count_of = [](unsigned alone) {
    return std::min(1.0F, static_cast<float>(alone) / kManyWords);
  };
  set(alone_in_both, count_of(std::min(left.alone, right.alone)));
  set(alone_in_one, count_of(std::max(left.alone, right.alone)));
  flag(same_first_word, one.word_count > 0 && one.words[0] == other.words[0]);
  flag(acronym, is_acronym_of(one, other) || is_acronym_of(other, one));
  flag(domain_names_it, is_named_by_domain_of(one, other) || is_named_by_domain_of(other, one));

  const bool domain = same(one.domain, other.domain), house = same(one.house, other.house);
  const bool street = share_street(one, other);
  constexpr float kWhole = 255;
  flag(same_domain, domain);
  flag(other_domain, differs(one.domain, other.domain));
  set(alone_at_domain,
      domain ? static_cast<float>(std::min(one.domain_share, other.domain_share)) / kWhole : 0);
  flag(same_town, same(one.city, other.city));
  flag(other_town, differs(one.city, other.city));
  flag(same_post_code, same(one.post_code, other.post_code));
  flag(other_post_code, differs(one.post_code, other.post_code));
  flag(same_street, street);
  flag(other_street, one.street[0] != 0 && other.street[0] != 0 && !street);
  flag(same_house, house);
  // Two spellings of one have half of the house each.
  set(alone_in_house,
      house ? static_cast<float>(std::min(one.house_share, other.house_share)) / kWhole : 0);
  flag(other_number, left.has_number_alone && right.has_number_alone);
  const auto both = one.institutions & other.institutions,
             any = one.institutions | other.institutions;
  set(institutions,
      part(static_cast<float>(std::popcount(both)), static_cast<float>(std::popcount(any))));
  flag(other_institution, one.institutions != 0 && other.institutions != 0 && both == 0);
  flag(one_is_unit, one.is_unit != other.is_unit);
  const bool has_form = one.legal_form != LegalForm::none;
  const bool has_other = other.legal_form != LegalForm::none;
  flag(other_legal_form, has_form && has_other && one.legal_form != other.legal_form);
  flag(one_legal_form, has_form != has_other);
  return figures;
}

}  // namespace tributary::catalogue
