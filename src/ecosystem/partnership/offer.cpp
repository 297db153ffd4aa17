#include "ecosystem/partnership/offer.h"

#include <algorithm>
#include <iterator>

#include "ecosystem/blank_text.h"
#include "ecosystem/partnership/plain_words.h"

namespace tributary::ecosystem {
namespace {

constexpr std::size_t kLongestTopic = 200, kLongestOfferText = 4000, kLongestProgramme = 100;
constexpr std::size_t kMostCountries = 60;

std::unexpected<Error> wrong(std::string field, std::string message) {
  return fail(ErrorCode::invalid_argument, std::move(message), std::move(field));
}

Result<> check_public(std::string_view text, const std::string& field) {
  if (!names_contact(text)) return {};
  return wrong(field,
               "Write no mail address and no telephone number here: everybody reads it, and "
               "messages come through this site.");
}

bool is_country_code(const std::string& code) {
  return code.size() == 2 &&
         std::ranges::all_of(code, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

Result<> check_days(const OfferContent& content, Date today) {
  if (content.begins && content.ends && *content.ends < *content.begins) {
    return wrong("ends", "The project ends before it begins.");
  }
  if (content.ends && *content.ends < today) return wrong("ends", "This day is past.");
  if (content.deadline && *content.deadline < today) {
    return wrong("deadline", "This day is past.");
  }
  return {};
}

bool fits_country(const std::vector<std::string>& wanted, const std::string& country) {
  return wanted.empty() || country.empty() || std::ranges::count(wanted, country) > 0;
}

bool fits_dates(const OfferContent& one, const OfferContent& other) {
  const auto is_before = [](const std::optional<Date>& end, const std::optional<Date>& begin) {
    return end && begin && *end < *begin;
  };
  return !is_before(one.ends, other.begins) && !is_before(other.ends, one.begins);
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return text;
}

}  // namespace

std::string_view name_of(OfferKind kind) { return kind == OfferKind::offer ? "offer" : "request"; }

std::string_view name_of(PartnerRole role) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"coordinator", "partner", "associated_partner"});
  return kNames[static_cast<std::size_t>(role)];
}

std::string_view name_of(OfferCheck check) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"about_a_partnership", "says_who_is_sought", "no_personal_data", "no_advertising",
       "respectful", "dates_possible"});
  static_assert(kNames.size() == kOfferChecks);
  return kNames[static_cast<std::size_t>(check)];
}

Result<> check_offer(const OfferContent& content, Date today) {
  if (is_blank(content.topic)) return wrong("topic", "Say in a few words what it is about.");
  if (is_blank(content.text)) return wrong("text", "Say what is offered or sought.");
  TRY(check_one_line(content.topic, "topic", kLongestTopic));
  TRY(check_plain_text(content.text, "text", kLongestOfferText));
  TRY(check_one_line(content.programme, "programme", kLongestProgramme));
  TRY(check_public(content.topic, "topic"));
  TRY(check_public(content.text, "text"));
  TRY(check_public(content.programme, "programme"));
  if (content.countries.size() > kMostCountries ||
      !std::ranges::all_of(content.countries, is_country_code)) {
    return wrong("countries", "Name countries by their two letters, at most 60 of them.");
  }
  return check_days(content, today);
}

Result<> check_answered(const std::vector<CheckedItem>& items) {
  EnumSet<OfferCheck> seen;
  for (const auto& item : items) seen.add(item.check);
  std::string missing;
  for (std::size_t number = 0; number < kOfferChecks; ++number) {
    const auto check = static_cast<OfferCheck>(number);
    if (!seen.contains(check))
      missing += (missing.empty() ? "" : ", ") + std::string(name_of(check));
  }
  if (!missing.empty()) return wrong("checklist", "These items are not answered: " + missing);
  if (items.size() > kOfferChecks) return wrong("checklist", "An item is answered twice.");
  return {};
}

bool all_met(const std::vector<CheckedItem>& items) {
  return !items.empty() && std::ranges::all_of(items, &CheckedItem::is_met);
}

bool unmet_have_reasons(const std::vector<CheckedItem>& items) {
  return !all_met(items) && std::ranges::all_of(items, [](const CheckedItem& item) {
    return item.is_met || !is_blank(item.reason);
  });
}

std::optional<OfferMatch> match_of(const MatchSide& one, const MatchSide& other) {
  const auto &left = one.content, &right = other.content;
  if (left.kind == right.kind || left.role != right.role || !fits_dates(left, right) ||
      !fits_country(left.countries, other.country) || !fits_country(right.countries, one.country)) {
    return std::nullopt;
  }
  OfferMatch match;
  if (!left.programme.empty() && !right.programme.empty()) {
    match.is_same_programme = lower_case(left.programme) == lower_case(right.programme);
    if (!match.is_same_programme) return std::nullopt;
  }
  std::ranges::set_intersection(one.words, other.words, std::back_inserter(match.shared_words));
  if (match.shared_words.size() < kFewestSharedWords) return std::nullopt;
  match.share = static_cast<double>(match.shared_words.size()) /
                static_cast<double>(std::min(one.words.size(), other.words.size()));
  return match;
}

}  // namespace tributary::ecosystem
