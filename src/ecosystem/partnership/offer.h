// ecosystem/partnership/offer.h
//
// What an offer or a request says, what a moderator asks of it, and which of them suit each other.
// Pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/strong_id.h"
#include "ecosystem/enum_set.h"

namespace tributary::ecosystem {

using OfferId = StrongId<struct OfferTag>;

enum class OfferKind : std::uint8_t {
  offer,    ///< the organisation would take part
  request,  ///< it looks for partners
};

/// The part in the project that is offered, or sought.
enum class PartnerRole : std::uint8_t { coordinator, partner, associated_partner };

std::string_view name_of(OfferKind kind);
std::string_view name_of(PartnerRole role);

struct OfferContent {
  OfferKind kind = OfferKind::offer;
  std::string topic;  ///< one line
  std::string text;
  PartnerRole role = PartnerRole::partner;
  std::vector<std::string> countries;  ///< where the other side should be, "PT"; empty: anywhere
  std::string programme;               ///< in the words of the organisation; empty: any
  std::optional<Date> begins, ends;    ///< of the project
  std::optional<Date> deadline;        ///< until which answers are of use
};

/// Errors: `invalid_argument` or `too_long` naming the field. A mail address or a telephone number
/// in what everybody reads is one.
Result<> check_offer(const OfferContent& content, Date today);

/// What a moderator looks at, item by item.
enum class OfferCheck : std::uint8_t {
  about_a_partnership,  ///< in a European project
  says_who_is_sought,   ///< what is offered or sought can be answered
  no_personal_data,
  no_advertising,  ///< of products or paid services
  respectful,
  dates_possible,
};

inline constexpr std::size_t kOfferChecks = 6;

std::string_view name_of(OfferCheck check);

struct CheckedItem {
  OfferCheck check = OfferCheck::about_a_partnership;
  bool is_met = false;
  std::string reason;  ///< where it is not met
};

/// Whether every item was looked at once. Errors: `invalid_argument` for `checklist`.
Result<> check_answered(const std::vector<CheckedItem>& items);
bool all_met(const std::vector<CheckedItem>& items);
/// Some are not met, each with its reason.
bool unmet_have_reasons(const std::vector<CheckedItem>& items);

/// What two that suit each other have in common.
struct OfferMatch {
  std::vector<std::string> shared_words;  ///< by the alphabet
  double share = 0;                       ///< of the words of the one that has fewer, 0 … 1
  bool is_same_programme = false;         ///< both name one, and it is the same
};

struct MatchSide {
  const OfferContent& content;
  std::string country;          ///< of its organisation; empty: not known
  std::set<std::string> words;  ///< of its topic and text, folded and stemmed
};

inline constexpr std::size_t kFewestSharedWords = 2;

/// Nothing where one is not of the other kind, a country, the role, the programme or the dates rule
/// it out, or fewer than kFewestSharedWords words are in both. What one side left open fits.
std::optional<OfferMatch> match_of(const MatchSide& one, const MatchSide& other);

}  // namespace tributary::ecosystem
