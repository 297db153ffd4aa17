#include "ecosystem/hub/hub.h"

#include <algorithm>
#include <set>

#include "ecosystem/blank_text.h"

namespace tributary::ecosystem {
namespace {

constexpr std::size_t kShortestSlug = 2, kLongestSlug = 60;

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

Result<> refuse(std::string message, std::string field) {
  return fail(ErrorCode::invalid_argument, std::move(message), std::move(field));
}

Result<> check_length(std::string_view text, std::size_t longest, std::string field) {
  if (text.size() <= longest) return {};
  return refuse("It has " + std::to_string(text.size()) + " bytes; at most " +
                    std::to_string(longest) + " are shown.",
                std::move(field));
}

Result<> check_said(std::string_view text, std::size_t longest, const std::string& field) {
  if (is_blank(text)) return refuse("It must not be empty.", field);
  return check_length(text, longest, field);
}

Result<> check_language(std::string_view language, const std::string& field) {
  if (language.size() == 2 && std::ranges::all_of(language, is_small_letter)) return {};
  return refuse("A language is two small letters of ISO 639-1, such as fr.", field);
}

Result<> check_language_of(std::string_view language, const HubContent& hub) {
  if (has_language(hub, language)) return {};
  std::string languages;
  for (const auto& text : hub.texts) {
    languages += (languages.empty() ? "" : ", ") + text.language;
  }
  return refuse("The hub is in " + languages + ".", "language");
}

Result<> check_link(std::string_view link) {
  const auto is_web = link.starts_with("https://") || link.starts_with("http://");
  const auto has_blank = std::ranges::any_of(link, [](char c) { return c >= 0 && c <= ' '; });
  if (!is_web || has_blank) {
    return refuse("A link begins with https:// and has no blanks.", "link");
  }
  return check_length(link, kLongestHubLink, "link");
}

}  // namespace

Result<> check_hub_slug(std::string_view slug) {
  const auto is_fit = [](char c) { return is_small_letter(c) || is_digit(c) || c == '-'; };
  const bool is_long_enough = slug.size() >= kShortestSlug && slug.size() <= kLongestSlug;
  if (is_long_enough && std::ranges::all_of(slug, is_fit) && !slug.starts_with('-') &&
      !slug.ends_with('-')) {
    return {};
  }
  return refuse("An address has 2 to 60 small letters, digits and hyphens, such as south-region.",
                "slug");
}

HubContent tidied(HubContent content) {
  for (auto& text : content.texts) {
    if (is_blank(text.description)) text.description.clear();
  }
  if (is_blank(content.query)) content.query.clear();
  return content;
}

Result<> check_hub(const HubContent& content) {
  if (content.texts.empty()) return refuse("A hub needs a language.", "texts");
  if (content.texts.size() > kMostHubLanguages) {
    return refuse("A hub has at most 30 languages.", "texts");
  }
  std::set<std::string_view> languages;
  for (std::size_t place = 0; place < content.texts.size(); ++place) {
    const auto& [language, name, description] = content.texts[place];
    const auto field = "texts[" + std::to_string(place) + "].";
    TRY(check_language(language, field + "language"));
    if (!languages.insert(language).second) {
      return refuse("This language is there twice.", field + "language");
    }
    TRY(check_said(name, kLongestHubName, field + "name"));
    TRY(check_length(description, kLongestHubDescription, field + "description"));
  }
  TRY(check_length(content.query, kLongestHubQuery, "query"));
  if (content.choices.size() > kMostHubChoices) {
    return refuse("A filter has at most 100 values.", "choices");
  }
  return {};
}

Result<> check_hub_news(const HubNews& news, const HubContent& hub, Date today) {
  TRY(check_language_of(news.language, hub));
  TRY(check_said(news.title, kLongestNewsTitle, "title"));
  TRY(check_said(news.body, kLongestNewsBody, "body"));
  if (news.day <= today) return {};
  return refuse("The day of a news is not yet to come.", "day");
}

Result<> check_hub_call(const HubCall& call, const HubContent& hub, Date today) {
  TRY(check_said(call.call, kLongestCallName, "call"));
  if (call.call.find('"') != std::string::npos) {
    return refuse("The name of a call has no quotation marks.", "call");
  }
  TRY(check_language_of(call.language, hub));
  TRY(check_length(call.note, kLongestHubNote, "note"));
  TRY(check_link(call.link));
  if (call.deadline >= today) return {};
  return refuse("This deadline has passed.", "deadline");
}

Result<> check_hub_highlight(const HubHighlight& highlight, const HubContent& hub) {
  TRY(check_language_of(highlight.language, hub));
  return check_said(highlight.reason, kLongestHubNote, "reason");
}

EnumSet<HubNeed> needs_met(const HubContent& content) {
  EnumSet<HubNeed> met;
  if (!content.texts.empty() && !is_blank(content.texts.front().description)) {
    met.add(HubNeed::description);
  }
  return met;
}

const HubText& text_for(const HubContent& content, const std::vector<std::string>& wanted) {
  for (const auto& language : wanted) {
    const auto found = std::ranges::find(content.texts, language, &HubText::language);
    if (found != content.texts.end()) return *found;
  }
  return content.texts.front();
}

bool has_language(const HubContent& content, std::string_view language) {
  return std::ranges::find(content.texts, language, &HubText::language) != content.texts.end();
}

}  // namespace tributary::ecosystem
