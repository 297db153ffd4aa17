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
  unsigned alone = 0, alone_concepts = 0, alone_qualities = 0, alone_places = 0;
  bool has_number_alone = false;
  int least_told = 0, most_told = 0, told = 0;  // by words alone
  std::uint16_t places_alone = 0;
};

template <std::size_t kOne, std::size_t kOther>
Side side_of(const ProfileWords<kOne>& one, const ProfileWords<kOther>& other,
             std::uint32_t other_city) {
  Side side;
  for (std::size_t i = 0; i < one.count; ++i) {
    const float weight = one.weights[i];
    float credit = 0;
    for (std::size_t j = 0; j < other.count && credit == 0; ++j) {
      if (one.words[i] == other.words[j]) credit = 1;
    }
    for (std::size_t j = 0; j < other.count && credit < 1; ++j) {
      const bool lost_blank =
          one.words[i] == other.with_before[j] || one.words[i] == other.with_after[j] ||
          one.with_before[i] == other.words[j] || one.with_after[i] == other.words[j];
      if (lost_blank)
        credit = 1;
      else if (one.roots[i] == other.roots[j])
        credit = kRootCredit;
    }
    // Of a name that says where it is, nothing is missing.
    if (credit == 0 && one.words[i] == other_city) continue;
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
      side.places_alone |= static_cast<std::uint16_t>(1U << i);
      side.least_told = std::min<int>(side.least_told, one.tells[i]);
      side.most_told = std::max<int>(side.most_told, one.tells[i]);
      side.told += one.tells[i];
      side.alone_concepts += one.concept_places >> i & 1U;
      side.alone_qualities += one.quality_places >> i & 1U;
      side.alone_places += one.place_places >> i & 1U;
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

/// What two names have in common.
struct Common {
  float words = 0, contained = 0;

  void add(const Side& left, const Side& right) {
    words = std::max(words, part(left.shared + right.shared, left.all + right.all));
    contained = std::max({contained, part(left.shared, left.all), part(right.shared, right.all)});
  }
};

/// The most that a short name of several words has in common with a name of the other.
Common common_of_aliases(const OrganisationProfile& one, const OrganisationProfile& other) {
  Common most;
  const auto add = [&](const auto& left, const auto& right) {
    most.add(side_of(left, right, other.city), side_of(right, left, one.city));
  };
  if (one.alias.count > 0) add(one.alias, other.name);
  if (other.alias.count > 0) add(one.name, other.alias);
  if (one.alias.count > 0 && other.alias.count > 0) add(one.alias, other.alias);
  return most;
}

bool has_word(const OrganisationProfile& profile, std::uint32_t word) {
  const auto end = profile.name.words.begin() + profile.name.count;
  return word != 0 && std::find(profile.name.words.begin(), end, word) != end;
}

/// How rare the rarest word is that begins as the other's domain does.
std::uint8_t begins_domain_of(const OrganisationProfile& one, const OrganisationProfile& other) {
  std::uint8_t rarest = 0;
  if (other.domain_root == 0) return rarest;
  for (std::size_t i = 0; i < one.name.count; ++i) {
    if (one.name.roots[i] == other.domain_root) rarest = std::max(rarest, one.name.weights[i]);
  }
  return rarest;
}

bool is_acronym_of(const OrganisationProfile& one, const OrganisationProfile& other) {
  const auto stands_for = [&](std::uint32_t acronym) {
    return acronym != 0 &&
           (acronym == other.short_name || acronym == other.compact || has_word(other, acronym));
  };
  return stands_for(one.acronym) || stands_for(one.short_name);
}

bool is_company(LegalForm form) {
  return form == LegalForm::limited || form == LegalForm::by_shares ||
         form == LegalForm::partnership;
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

std::vector<std::uint32_t> lacking_words(const OrganisationProfile& one,
                                         const OrganisationProfile& other) {
  std::vector<std::uint32_t> lacking;
  const auto add = [&](const OrganisationProfile& left, const OrganisationProfile& right) {
    const auto side = side_of(left.name, right.name, right.city);
    for (std::size_t i = 0; i < left.name.count; ++i) {
      if ((side.places_alone >> i & 1U) != 0) lacking.push_back(left.name.words[i]);
    }
  };
  add(one, other);
  add(other, one);
  return lacking;
}

void set_evidence(MatchFigures& figures, int least, int most, int sum) {
  constexpr float kMost = 4 * WordEvidence::kStepsOfALogit;
  const auto figure = [&](int told) {
    return (std::clamp(static_cast<float>(told), -kMost, kMost) + kMost) / (2 * kMost);
  };
  figures[static_cast<std::size_t>(MatchFeature::word_against)] = figure(least);
  figures[static_cast<std::size_t>(MatchFeature::word_for)] = figure(most);
  figures[static_cast<std::size_t>(MatchFeature::words_tell)] = figure(sum);
}

MatchFigures compare(const OrganisationProfile& one, const OrganisationProfile& other) {
  using enum MatchFeature;
  MatchFigures figures{};
  const auto set = [&](MatchFeature feature, float value) {
    figures[static_cast<std::size_t>(feature)] = value;
  };
  const auto flag = [&](MatchFeature feature, bool value) { set(feature, value ? 1.0F : 0.0F); };
  const auto same = [](std::uint32_t a, std::uint32_t b) { return a != 0 && a == b; };
  const auto differs = [](std::uint32_t a, std::uint32_t b) { return a != 0 && b != 0 && a != b; };

  const auto left = side_of(one.name, other.name, other.city);
  const auto right = side_of(other.name, one.name, one.city);
  set(words, part(left.shared + right.shared, left.all + right.all));
  set(contained, std::max(part(left.shared, left.all), part(right.shared, right.all)));
  set(own_words, part(left.own_shared + right.own_shared, left.own + right.own));
  set(own_contained, std::max(part(left.own_shared, left.own), part(right.own_shared, right.own)));
  const auto of_aliases = common_of_aliases(one, other);
  auto best = of_aliases;
  best.add(left, right);
  set(alias_words, of_aliases.words);
  set(alias_contained, of_aliases.contained);
  set(best_words, best.words);
  set(best_contained, best.contained);
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
  set(alone_concepts, count_of(std::max(left.alone_concepts, right.alone_concepts)));
  set(alone_qualities, count_of(std::max(left.alone_qualities, right.alone_qualities)));
  set(alone_places, count_of(std::max(left.alone_places, right.alone_places)));
  set_evidence(figures, std::min(left.least_told, right.least_told),
               std::max(left.most_told, right.most_told), left.told + right.told);
  flag(same_first_word, one.name.count > 0 && one.name.words[0] == other.name.words[0]);
  flag(acronym, is_acronym_of(one, other) || is_acronym_of(other, one));
  flag(domain_names_it, is_named_by_domain_of(one, other) || is_named_by_domain_of(other, one));

  set(domain_begins_it,
      weight(std::max(begins_domain_of(one, other), begins_domain_of(other, one))));

  const bool domain = same(one.domain, other.domain), house = same(one.house, other.house);
  const bool street = share_street(one, other);
  constexpr float kWhole = 255;
  flag(same_domain, domain);
  flag(other_domain, differs(one.domain, other.domain));
  set(alone_at_domain,
      domain ? static_cast<float>(std::min(one.domain_share, other.domain_share)) / kWhole : 0);
  flag(other_host, domain && one.host != other.host);
  const auto alone = [](std::uint8_t left_share, std::uint8_t right_share) {
    return static_cast<float>(std::min(left_share, right_share)) / kWhole;
  };
  const bool town = same(one.city, other.city);
  flag(same_town, town);
  set(alone_in_town, town ? alone(one.city_share, other.city_share) : 0);
  flag(other_town, differs(one.city, other.city));
  flag(same_post_code, same(one.post_code, other.post_code));
  flag(other_post_code, differs(one.post_code, other.post_code));
  flag(same_street, street);
  flag(other_street, one.street[0] != 0 && other.street[0] != 0 && !street);
  set(alone_in_street, street && same(one.post_code, other.post_code)
                           ? alone(one.street_share, other.street_share)
                           : 0);
  flag(same_number, street && same(one.house_number, other.house_number));
  flag(other_house_number, street && differs(one.house_number, other.house_number));
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
  const auto share_of_two = [](bool left_is, bool right_is) {
    return static_cast<float>(int{left_is} + int{right_is}) / 2;
  };
  set(companies, share_of_two(is_company(one.legal_form), is_company(other.legal_form)));
  set(with_institution, share_of_two(one.institutions != 0, other.institutions != 0));
  return figures;
}

}  // namespace tributary::catalogue
