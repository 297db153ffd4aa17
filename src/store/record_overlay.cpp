#include "store/record_overlay.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/project_fields.h"

namespace tributary::store {
namespace {

using catalogue::Link;
using catalogue::Participation;
using catalogue::SourceProject;
using catalogue::Topic;

/// Items of a list that a history entry names; the rest is counted.
constexpr std::size_t kNamedItems = 20;

std::string words(const std::string& value) { return value; }
std::string words(const std::optional<std::int32_t>& value) {
  return value ? std::to_string(*value) : "";
}
std::string words(const std::optional<Date>& value) { return value ? value->iso() : ""; }
std::string words(const std::optional<Money>& value) { return value ? value->decimal() : ""; }
std::string words(const std::optional<bool>& value) { return value ? (*value ? "yes" : "no") : ""; }

std::string words(const Participation& item) {
  const auto& organisation = item.organisation;
  std::string text = organisation.name;
  if (text.empty()) text = organisation.short_name;
  if (text.empty()) text = "PIC " + organisation.pic;
  text += " (" + (organisation.country.empty() ? "" : organisation.country + ", ");
  text += catalogue::name_of(item.role);
  if (item.contribution) text += ", " + item.contribution->decimal() + " EUR";
  return text + ")";
}
std::string words(const Topic& item) { return item.label.empty() ? item.code : item.label; }
std::string words(const Link& item) { return item.url; }

constexpr std::string_view noun(const std::vector<Participation>*) { return "participation"; }
constexpr std::string_view noun(const std::vector<Topic>*) { return "topic"; }
constexpr std::string_view noun(const std::vector<Link>*) { return "link"; }

/// "9 participations; only here: A (PT, partner); B (FR, partner)": how many there are, and those
/// that `other` does not have word for word.
template <class Item>
std::string list_words(const std::vector<Item>& list, const std::vector<Item>& other) {
  std::string text = fmt::format("{} {}{}", list.size(), noun(&list), list.size() == 1 ? "" : "s");
  std::size_t differing = 0;
  for (const auto& item : list) {
    if (std::ranges::find(other, item) != other.end()) continue;
    ++differing;
    if (differing <= kNamedItems) text += (differing == 1 ? "; only here: " : "; ") + words(item);
  }
  if (differing > kNamedItems) text += fmt::format("; and {} more", differing - kNamedItems);
  return text;
}

template <class Value>
FieldChange change_of(std::string_view field, const Value& before, const Value& after) {
  return {field, words(before), words(after)};
}

template <class Item>
FieldChange change_of(std::string_view field, const std::optional<std::vector<Item>>& before,
                      const std::optional<std::vector<Item>>& after) {
  static const std::vector<Item> kNone;
  const auto& old_list = before ? *before : kNone;
  const auto& new_list = after ? *after : kNone;
  FieldChange change{field, before ? list_words(old_list, new_list) : "",
                     list_words(new_list, old_list)};
  if (before && change.before == change.after) change.after += ", in another order";
  return change;
}

/// What an item of a list is one of: files of one source bring a vocabulary or a kind of link each.
catalogue::TopicVocabulary group_of(const Topic& topic) { return topic.vocabulary; }
const std::string& group_of(const Link& link) { return link.kind; }

/// The value to store where `after` is stated: of a list, the groups that `after` does not speak of
/// stand beside its own, in one order whichever came first.
template <class Value>
Value stated(const Value&, const Value& after) {
  return after;
}
template <class Item>
  requires requires(const Item& item) { group_of(item); }
std::optional<std::vector<Item>> stated(const std::optional<std::vector<Item>>& before,
                                        const std::optional<std::vector<Item>>& after) {
  auto items = *after;
  if (items.empty()) return items;  // a statement of its own: there is none
  const auto spoken_of = [&](const Item& item) {
    return std::ranges::any_of(
        *after, [&](const Item& other) { return group_of(other) == group_of(item); });
  };
  for (const auto& item : before ? *before : std::vector<Item>()) {
    if (!spoken_of(item)) items.push_back(item);
  }
  std::ranges::stable_sort(items, {}, [](const Item& item) { return group_of(item); });
  return items;
}

}  // namespace

Overlay overlay(const SourceProject& stored, const SourceProject& incoming) {
  Overlay result{stored, {}};
  const bool older =
      stored.updated_on && incoming.updated_on && *incoming.updated_on < *stored.updated_on;
  visit_fields([&](std::string_view field, auto member) {
    const auto& before = stored.*member;
    if (!is_stated(incoming.*member) || incoming.*member == before) return;
    const auto after = stated(before, incoming.*member);
    if (after == before) return;
    if (older && is_stated(before)) return;
    result.changes.push_back(change_of(field, before, after));
    result.merged.*member = after;
  });
  return result;
}

}  // namespace tributary::store
