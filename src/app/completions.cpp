#include "app/completions.h"

#include <fmt/format.h>

#include <array>

#include "app/project_document.h"
#include "text/query_words.h"

namespace tributary::app {
namespace {

struct OfferedKind {
  CompletionKind kind;
  std::string_view name, field;
};

constexpr std::array kOffered{
    OfferedKind{CompletionKind::topic, "topic", "topic"},
    OfferedKind{CompletionKind::organisation, "organisation", "organisation"},
    OfferedKind{CompletionKind::project, "project", "title"}};

/// A topic is a value; of names and titles the words in their order are what can be found, and no
/// mark among them can end the quotation.
std::string query_for(const OfferedKind& kind, std::string_view text) {
  std::string quoted;
  if (kind.kind == CompletionKind::topic) {
    quoted = text;
    std::erase(quoted, '"');
  } else {
    for (const auto& word : text::query_words_of(text)) {
      quoted += (quoted.empty() ? "" : " ") + word.typed;
    }
  }
  return fmt::format("{}:\"{}\"", kind.field, quoted);
}

}  // namespace

std::vector<Completion> completions_of(const search::Snapshot& snapshot, std::string_view typed,
                                       std::size_t limit) {
  std::vector<Completion> completions;
  for (const auto& kind : kOffered) {
    const auto number = static_cast<std::uint16_t>(kind.kind);
    for (const auto& found : snapshot.completions(number, typed, limit)) {
      completions.push_back({.kind = std::string(kind.name),
                             .text = std::string(found.text),
                             .query = query_for(kind, found.text),
                             .project = std::string(found.id),
                             .projects = found.weight});
    }
  }
  return completions;
}

}  // namespace tributary::app
