#include "search/words/completion_merge.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "search/words/completion_builder.h"
#include "search/words/completion_spill.h"
#include "text/fold.h"

namespace tributary::search {
namespace {

struct Entry {
  std::string_view shown, id;
  std::uint32_t weight_of_shown = 0;
  std::uint32_t weight = 0;
  std::size_t last_part = 0;  ///< that has it
};

/// By id and folded text.
using Entries = std::map<std::pair<std::string_view, std::string>, Entry>;

/// Best first, kMostCompletions at most.
std::vector<Entry> best_of(const Entries& entries) {
  std::vector<Entry> best;
  for (const auto& [key, entry] : entries) best.push_back(entry);
  std::ranges::stable_sort(best, std::greater(), [](const Entry& entry) {
    return std::pair(entry.weight, entry.last_part);
  });
  best.resize(std::min(best.size(), kMostCompletions));
  return best;
}

}  // namespace

std::vector<Completion> complete_in_all(std::span<const Completions* const> parts,
                                        std::uint32_t kind, std::string_view typed,
                                        std::size_t count) {
  if (parts.size() == 1) return parts.front()->complete(kind, typed, count);
  std::vector<Completion> all;
  for (const auto* part : parts) {
    for (const auto& found : part->complete(kind, typed, count)) {
      const auto same = std::ranges::find_if(all, [&](const Completion& other) {
        return other.text == found.text && other.id == found.id;
      });
      if (same == all.end()) {
        all.push_back(found);
      } else {
        same->weight += found.weight;
      }
    }
  }
  // What is mistyped is offered where nothing fits as typed.
  if (std::ranges::any_of(all, [](const auto& each) { return each.edits == 0; })) {
    std::erase_if(all, [](const auto& each) { return each.edits > 0; });
  }
  std::ranges::sort(all, [](const Completion& left, const Completion& right) {
    return std::tuple(left.edits, !left.begins_so, right.weight, left.text, left.id) <
           std::tuple(right.edits, !right.begins_so, left.weight, right.text, right.id);
  });
  all.resize(std::min(count, all.size()));
  return all;
}

Result<> write_merged_completions(std::span<const Completions* const> parts,
                                  SectionFileWriter& file) {
  std::map<std::uint32_t, Entries> kinds;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    for (const auto& [kind, of_kind] : parts[at]->kinds()) {
      for (std::uint32_t number = 0; number < of_kind.texts().size(); ++number) {
        const auto text = of_kind.texts()[number], id = of_kind.ids()[number];
        const auto weight = of_kind.weight(number);
        auto& entry = kinds[kind][{id, text::fold(text)}];
        entry.weight += weight;
        entry.last_part = at;
        if (entry.shown.empty() || weight > entry.weight_of_shown) {
          entry.shown = text;
          entry.id = id;
          entry.weight_of_shown = weight;
        }
      }
    }
  }
  CompletionBuilder builder;
  for (auto& [kind, entries] : kinds) {
    for (const auto& entry : best_of(std::exchange(entries, {}))) {
      builder.add(kind, std::string(entry.shown), entry.weight, std::string(entry.id));
    }
  }
  return std::move(builder).write(file);
}

}  // namespace tributary::search
