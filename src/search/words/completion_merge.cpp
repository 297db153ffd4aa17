#include "search/words/completion_merge.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "search/words/completion_builder.h"
#include "text/fold.h"

namespace tributary::search {
namespace {

struct Entry {
  std::string_view shown;
  std::uint32_t weight_of_shown = 0;
  std::uint32_t weight = 0;
};

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
  std::map<std::tuple<std::uint32_t, std::string_view, std::string>, Entry> entries;
  for (const auto* part : parts) {
    for (const auto& [kind, of_kind] : part->kinds()) {
      for (std::uint32_t number = 0; number < of_kind.texts().size(); ++number) {
        const auto text = of_kind.texts()[number];
        const auto weight = of_kind.weight(number);
        auto& entry = entries[{kind, of_kind.ids()[number], text::fold(text)}];
        entry.weight += weight;
        if (entry.shown.empty() || weight > entry.weight_of_shown) {
          entry.shown = text;
          entry.weight_of_shown = weight;
        }
      }
    }
  }
  CompletionBuilder builder;
  for (const auto& [key, entry] : entries) {
    builder.add(std::get<0>(key), std::string(entry.shown), entry.weight,
                std::string(std::get<1>(key)));
  }
  entries.clear();
  return std::move(builder).write(file);
}

}  // namespace tributary::search
