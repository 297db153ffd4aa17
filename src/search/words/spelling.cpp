#include "search/words/spelling.h"

namespace tributary::search {

BetterText replaced(std::string_view typed, std::span<const Replacement> replacements) {
  BetterText better;
  std::size_t copied = 0;
  for (const auto& [where, by] : replacements) {
    better.text += typed.substr(copied, where.begin - copied);
    const auto begin = better.text.size();
    better.text += by;
    better.changed.push_back({begin, better.text.size()});
    copied = where.end;
  }
  better.text += typed.substr(copied);
  return better;
}

}  // namespace tributary::search
