#include "ecosystem/framework/framework_version.h"

#include <algorithm>
#include <set>

namespace tributary::ecosystem {
namespace {

bool is_key_of(ItemKind kind, std::string_view key) {
  const bool begins_right = key.starts_with(kind == ItemKind::element ? 'E' : 'P');
  return begins_right && key.size() > 1 && key[1] != '0' &&
         std::ranges::all_of(key.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

Result<> check_item(const FrameworkItem& item) {
  const auto lacks = [&](std::string what) {
    return fail(ErrorCode::invalid_argument, std::move(what), item.key.value);
  };
  if (!is_key_of(item.kind, item.key.value)) {
    return lacks("an element's key reads like E4, a principle's like P10");
  }
  if (item.name.empty()) return lacks("the name is missing");
  if (item.text.empty()) return lacks("the text is missing");
  for (std::size_t level = 0; level < kLevels; ++level) {
    if (item.level_descriptors[level].empty()) {
      return lacks("level " + std::to_string(level) + " (" +
                   std::string(name_of(static_cast<Level>(level))) + ") is not described");
    }
  }
  return {};
}

bool has(const FrameworkVersion& version, ItemKind kind) {
  return std::ranges::find(version.items, kind, &FrameworkItem::kind) != version.items.end();
}

}  // namespace

std::string_view name_of(Level level) {
  static constexpr std::array<std::string_view, kLevels> kNames = {
      "absent", "ad_hoc", "emerging", "established", "embedded_and_learning"};
  return kNames[static_cast<std::size_t>(level)];
}

std::string_view name_of(ItemKind kind) {
  return kind == ItemKind::element ? "element" : "principle";
}

bool is_item_key(const ItemKey& key) {
  return is_key_of(ItemKind::element, key.value) || is_key_of(ItemKind::principle, key.value);
}

const FrameworkItem* find_item(const FrameworkVersion& version, const ItemKey& key) {
  const auto found = std::ranges::find(version.items, key, &FrameworkItem::key);
  return found == version.items.end() ? nullptr : &*found;
}

Result<> check_complete(const FrameworkVersion& version) {
  const auto number = version.number.text();
  for (const auto kind : {ItemKind::element, ItemKind::principle}) {
    if (!has(version, kind)) {
      return fail(ErrorCode::invalid_argument,
                  "a framework has at least one " + std::string(name_of(kind)), number);
    }
  }
  std::set<std::string> keys;
  for (const auto& item : version.items) {
    TRY(in_context(number, check_item(item)));
    if (!keys.insert(item.key.value).second) {
      return fail(ErrorCode::invalid_argument, "the key is given twice",
                  number + ": " + item.key.value);
    }
  }
  return {};
}

}  // namespace tributary::ecosystem
