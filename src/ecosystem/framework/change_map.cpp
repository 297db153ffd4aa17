#include "ecosystem/framework/change_map.h"

#include <algorithm>
#include <array>

namespace tributary::ecosystem {
namespace {

std::unexpected<Error> wrong(const ItemKey& item, std::string what) {
  return fail(ErrorCode::invalid_argument, std::move(what), "change map: " + item.value);
}

bool has_numbers_of_kind(const Change& change) {
  const auto from = change.from.size(), to = change.to.size();
  switch (change.kind) {
    case ChangeKind::unchanged:
    case ChangeKind::reworded:
      return from == 1 && to == 1;
    case ChangeKind::split:
      return from == 1 && to > 1;
    case ChangeKind::merged:
      return from > 1 && to == 1;
    case ChangeKind::added:
      return from == 0 && to == 1;
    case ChangeKind::removed:
      return from == 1 && to == 0;
  }
  return false;
}

/// Of how many lines each item of a version is part, on the side that `keys_of` names.
Result<> check_each_once(const ChangeMap& map, const FrameworkVersion& version,
                         std::vector<ItemKey> Change::* keys_of) {
  std::map<ItemKey, int> lines;
  for (const auto& item : version.items) lines[item.key] = 0;
  for (const auto& change : map) {
    for (const auto& key : change.*keys_of) {
      const auto found = lines.find(key);
      if (found == lines.end()) {
        return wrong(key, "version " + version.number.text() + " has no such item");
      }
      if (++found->second > 1) return wrong(key, "the item stands in two lines");
    }
  }
  for (const auto& [key, count] : lines) {
    if (count == 0) {
      return wrong(key, "nothing tells of this item of version " + version.number.text());
    }
  }
  return {};
}

Result<> check_line(const Change& change, const FrameworkVersion& older,
                    const FrameworkVersion& newer) {
  const auto& named = change.from.empty() ? change.to : change.from;
  if (named.empty()) {
    return fail(ErrorCode::invalid_argument, "a line names no item", "change map");
  }
  if (!has_numbers_of_kind(change)) {
    return wrong(named.front(), std::string(name_of(change.kind)) + " does not go from " +
                                    std::to_string(change.from.size()) + " to " +
                                    std::to_string(change.to.size()) + " items");
  }
  const auto kind = find_item(change.from.empty() ? newer : older, named.front())->kind;
  for (const auto& key : change.from) {
    if (find_item(older, key)->kind != kind) return wrong(key, "it is of another kind");
  }
  for (const auto& key : change.to) {
    if (find_item(newer, key)->kind != kind) return wrong(key, "it is of another kind");
  }
  const bool is_same =
      change.kind != ChangeKind::unchanged ||
      *find_item(older, change.from.front()) == *find_item(newer, change.to.front());
  if (!is_same) {
    return wrong(change.from.front(), "its key or words are not the same as before");
  }
  return {};
}

}  // namespace

std::string_view name_of(ChangeKind kind) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"unchanged", "reworded", "split", "merged", "added", "removed"});
  return kNames[static_cast<std::size_t>(kind)];
}

ChangeMap change_map_by_keys(const FrameworkVersion& older, const FrameworkVersion& newer) {
  ChangeMap map;
  for (const auto& item : older.items) {
    const auto* now = find_item(newer, item.key);
    if (now == nullptr) {
      map.push_back({.kind = ChangeKind::removed, .from = {item.key}, .to = {}});
      continue;
    }
    map.push_back({.kind = *now == item ? ChangeKind::unchanged : ChangeKind::reworded,
                   .from = {item.key},
                   .to = {item.key}});
  }
  for (const auto& item : newer.items) {
    if (find_item(older, item.key) == nullptr) {
      map.push_back({.kind = ChangeKind::added, .from = {}, .to = {item.key}});
    }
  }
  return map;
}

Result<> check_change_map(const ChangeMap& map, const FrameworkVersion& older,
                          const FrameworkVersion& newer) {
  TRY(check_each_once(map, older, &Change::from));
  TRY(check_each_once(map, newer, &Change::to));
  for (const auto& change : map) TRY(check_line(change, older, newer));
  return {};
}

Bump least_bump(const ChangeMap& map) {
  auto least = Bump::patch;
  for (const auto& change : map) {
    switch (change.kind) {
      case ChangeKind::removed:
      case ChangeKind::split:
      case ChangeKind::merged:
        return Bump::major;
      case ChangeKind::added:
        least = Bump::minor;
        break;
      case ChangeKind::unchanged:
      case ChangeKind::reworded:
        break;
    }
  }
  return least;
}

Result<> check_number(const VersionNumber& older, const VersionNumber& newer,
                      const ChangeMap& map) {
  const auto least = older.next(least_bump(map));
  if (newer >= least) return {};
  return fail(ErrorCode::invalid_argument,
              "after " + older.text() + " what changed makes it " + least.text() + " at least",
              newer.text());
}

}  // namespace tributary::ecosystem
