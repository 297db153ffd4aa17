// ecosystem/hub/hub.h
//
// A hub: the page of a region or theme, in languages of its own. It shows the part of the catalogue
// that its filter finds, and what its managers write: news, calls, and projects worth a look.
//
//   TRY(check_hub_slug("southern-region"));
//   TRY(check_hub(tidied(content)));
//
// Lengths are bytes of UTF-8. Errors are `invalid_argument` with the field as their context, of an
// item of a list by its place ("texts[1].name"). Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "ecosystem/hub/hub_state.h"

namespace tributary::ecosystem {

inline constexpr std::size_t kLongestHubName = 120, kLongestHubDescription = 4'000,
                             kLongestHubQuery = 1'000, kLongestNewsTitle = 200,
                             kLongestNewsBody = 5'000, kLongestHubNote = 500,
                             kLongestCallName = 200, kLongestHubLink = 1'000;
inline constexpr std::size_t kMostHubLanguages = 30, kMostHubChoices = 100, kMostHubNews = 500,
                             kMostHubCalls = 50, kMostHubHighlights = 20;

struct HubText {
  std::string language;  ///< ISO 639-1, e.g. "el"
  std::string name, description;
  bool operator==(const HubText&) const = default;
};

/// A value that is chosen in a facet of the search, as in `filter[country]=PT`.
struct HubChoice {
  std::string facet, value;
  bool operator==(const HubChoice&) const = default;
};

struct HubContent {
  std::vector<HubText> texts;      ///< the first language is the one for whoever reads no other
  std::string query;               ///< in the grammar of docs/query-grammar.md; empty: everything
  std::vector<HubChoice> choices;  ///< alternatives within a facet, all facets together
  bool operator==(const HubContent&) const = default;
};

struct HubNews {
  std::string language;  ///< one of the hub's
  std::string title, body;
  Date day;
};

/// A call that the hub points to, until its deadline has passed.
struct HubCall {
  std::string call;            ///< as the search names it, `call:"…"`
  std::string language, note;  ///< one of the hub's; the note may be empty
  Date deadline;
  std::string link;  ///< where it is published: http or https
};

/// A project of the catalogue that is worth a look.
struct HubHighlight {
  std::string project;           ///< its address in the catalogue
  std::string language, reason;  ///< one of the hub's; a sentence that says why
};

/// 2 to 60 small letters, digits and hyphens, which stand neither first nor last.
Result<> check_hub_slug(std::string_view slug);

/// Texts and a query of blanks alone are none.
HubContent tidied(HubContent content);

/// Whether there are languages, each once and with a name, and nothing is too long. Whether the
/// catalogue understands the filter is asked elsewhere.
Result<> check_hub(const HubContent& content);

Result<> check_hub_news(const HubNews& news, const HubContent& hub, Date today);
Result<> check_hub_call(const HubCall& call, const HubContent& hub, Date today);
Result<> check_hub_highlight(const HubHighlight& highlight, const HubContent& hub);

EnumSet<HubNeed> needs_met(const HubContent& content);

/// The text in the first of `wanted` that the hub has, else in its first language. REQUIRES:
/// check_hub(content).
const HubText& text_for(const HubContent& content, const std::vector<std::string>& wanted);

/// Whether the hub is offered in it.
bool has_language(const HubContent& content, std::string_view language);

}  // namespace tributary::ecosystem
