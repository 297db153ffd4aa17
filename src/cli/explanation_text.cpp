#include "cli/explanation_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/terminal.h"

namespace tributary::cli {
namespace {

/// Stored weights are parts of 256 of the most that a word can reach in a document.
constexpr double kFullImpact = 256;

std::string places(const search::TermExplanation& term) {
  std::vector<std::string> parts;
  for (const auto& [field, count] : term.places)
    parts.push_back(fmt::format("{} ×{}", field, count));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string as_typed(const search::PartExplanation& part) {
  const auto field = part.field.empty() ? std::string() : part.field + ":";
  switch (part.kind) {
    case search::NodeKind::phrase:
      return fmt::format("{}\"{}\"", field, part.text);
    case search::NodeKind::prefix:
      return fmt::format("{}{}*", field, part.text);
    default:
      return field + part.text;
  }
}

std::string reason(const search::WordExplanation& word, std::uint64_t documents) {
  const auto& best = word.terms.front();
  auto text = fmt::format("{} of {} projects have it (rarity {:.2f})", grouped(word.documents),
                          grouped(documents), word.idf);
  text += fmt::format(" × {:.0f} % full here ({})", 100 * best.impact / kFullImpact, places(best));
  if (best.penalty < 1) {
    text +=
        fmt::format(" × {:.2g} for “{}”, which is near what was typed", best.penalty, best.term);
  }
  return text;
}

std::string line(double points, const std::string& name, const std::string& why) {
  return fmt::format("{:>7.2f}  {}: {}", points, name, why);
}

}  // namespace

std::vector<std::string> explanation_lines(const search::Explanation& explanation) {
  const auto score_of = [&](std::uint32_t points) { return points / explanation.points_in_one; };
  std::vector<std::string> lines;
  for (const auto& part : explanation.parts) {
    const auto times = part.mentions > 1 ? fmt::format(", asked {} times", part.mentions) : "";
    const auto name = as_typed(part) + times;
    if (!part.is_found) {
      lines.push_back(line(0, name, "not in this project"));
    } else if (part.words.size() == 1) {
      lines.push_back(
          line(score_of(part.points), name, reason(part.words.front(), explanation.documents)));
    } else {
      lines.push_back(line(score_of(part.points), name, "stands here as typed; its words add up"));
      for (const auto& word : part.words) {
        lines.push_back(
            "  " + line(score_of(word.points), word.word, reason(word, explanation.documents)));
      }
    }
  }
  if (lines.empty()) lines.emplace_back("the search has no words; the order is that of the ids");
  return lines;
}

}  // namespace tributary::cli
