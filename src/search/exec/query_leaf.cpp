#include "search/exec/query_leaf.h"

#include <ranges>

#include "search/exec/segment_sets.h"
#include "search/postings/list_cursor.h"

namespace tributary::search {
namespace {

/// To ask a list for one document costs about as much as to put so many of its postings into a set,
/// and a set of its own as much as these.
constexpr std::uint64_t kPostingsForOneAsked = 24, kPostingsForOneSet = 10'000;

bool should_be_asked(const PostingList& list, std::uint64_t documents) {
  return documents * kPostingsForOneAsked < list.document_count() + kPostingsForOneSet;
}

}  // namespace

DocumentSet LeafWord::documents(std::uint32_t documents_in_index) const {
  DocumentSet set(documents_in_index);
  for (const auto& term : terms) term.list.add_to(set.words());
  return set;
}

std::uint64_t Leaf::postings() const {
  if (is_phrase()) return phrase_found().size();
  std::uint64_t sum = 0;
  for (const auto& term : words.front().terms) sum += term.list.document_count();
  return sum;
}

DocumentSet Leaf::phrase_candidates() const {
  std::optional<DocumentSet> candidates;
  const auto keep = [&](const DocumentSet& set) {
    candidates ? * candidates &= set : candidates.emplace(set);
  };
  std::vector<bool> is_in_pair(words.size());
  for (const auto& [list, first] : phrase.pairs) {
    DocumentSet set(documents_in_index);
    list.add_to(set.words());
    keep(set);
    is_in_pair[first] = is_in_pair[first + 1] = true;
  }
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (!is_in_pair[word]) keep(words[word].documents(documents_in_index));
  }
  return std::move(*candidates);
}

const std::vector<std::uint32_t>& Leaf::phrase_found() const {
  if (phrase_found_) return *phrase_found_;
  auto& found = phrase_found_.emplace();
  if (phrase.is_nowhere) return found;
  const auto numbers = phrase_candidates().numbers();
  if (phrase.is_pair) return found = numbers;
  PhraseCheck check(phrase);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i % kWindowDocuments == 0 && time->is_over()) break;
    if (check.stands_in(numbers[i])) found.push_back(numbers[i]);
  }
  return found;
}

Leaf Leaf::alone(const LeafWord& word) const {
  Leaf leaf;
  leaf.words = {word};
  leaf.mentions = mentions;
  leaf.time = time;
  leaf.documents_in_index = documents_in_index;
  return leaf;
}

void Leaf::add_to(DocumentSet& set) const {
  if (!is_phrase()) {
    for (const auto& term : words.front().terms) {
      if (time->is_over()) return;
      term.list.add_to(set.words());
    }
    return;
  }
  for (const auto document : phrase_found()) set.add(document);
}

DocumentSet Leaf::documents() const {
  DocumentSet set(documents_in_index);
  add_to(set);
  return set;
}

void Leaf::keep_in(DocumentSet& set) const {
  if (!is_phrase() && words.front().terms.size() == 1) {
    const auto& list = words.front().terms.front().list;
    if (list.is_bitmap()) return list.keep_in(set.words());
    if (should_be_asked(list, set.count())) {
      ListCursor cursor(list);
      return set.keep_if([&](std::uint32_t document) { return cursor.contains(document); });
    }
  }
  set &= documents();
}

std::uint64_t Leaf::count_common(const PostingList& rarer) const {
  const auto& list = words.front().terms.front().list;
  if (list.is_bitmap()) return rarer.count_common(list);
  if (should_be_asked(list, rarer.document_count())) {
    ListCursor cursor(list);
    std::uint64_t count = 0;
    rarer.for_each([&](std::uint32_t document) { count += cursor.contains(document) ? 1U : 0U; });
    return count;
  }
  DocumentSet set(documents_in_index);
  rarer.add_to(set.words());
  return list.count_in(set.words());
}

std::uint64_t QueryLeaf::postings() const {
  std::uint64_t sum = 0;
  for (const auto& leaf : of_segment) sum += leaf.is_phrase() ? 0 : leaf.postings();
  return sum;
}

void QueryLeaf::keep_in(DocumentSet& set, const SegmentedIndex& index) const {
  if (of_segment.size() == 1) return of_segment.front().keep_in(set);
  set &= documents(index);
}

void QueryLeaf::add_to(DocumentSet& set, const SegmentedIndex& index) const {
  if (of_segment.size() == 1) return of_segment.front().add_to(set);
  set |= documents(index);
}

DocumentSet QueryLeaf::documents(const SegmentedIndex& index) const {
  const auto segments = index.segments();
  if (segments.size() == 1) return of_segment.front().documents();
  DocumentSet whole(index.end());
  for (std::size_t at = 0; at < segments.size(); ++at) {
    put_in(whole, segments[at], of_segment[at].documents());
  }
  return whole;
}

}  // namespace tributary::search
