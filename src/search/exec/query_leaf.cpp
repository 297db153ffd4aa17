#include "search/exec/query_leaf.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <ranges>

#include "search/exec/word_terms.h"

namespace tributary::search {
namespace {

/// The numbers of those terms that the index has.
void append_numbers(const std::vector<std::string>& terms, const Dictionary& dictionary,
                    std::vector<std::uint32_t>& numbers) {
  for (const auto& term : terms) {
    if (const auto number = dictionary.find(term)) numbers.push_back(*number);
  }
}

/// ln(1 + (N − df + 0.5) / (df + 0.5)): never negative, also for a word that every document has.
float inverse_document_frequency(std::uint32_t documents, std::uint64_t document_count) {
  const auto n = static_cast<double>(documents), df = static_cast<double>(document_count);
  return static_cast<float>(std::log(1.0 + (n - df + 0.5) / (df + 0.5)));
}

DocumentSet documents_of(const LeafWord& word, std::uint32_t documents) {
  DocumentSet set(documents);
  for (const auto& term : word.terms) term.list.add_to(set.words());
  return set;
}

}  // namespace

std::uint64_t Leaf::postings() const {
  if (is_phrase()) return phrase_found().size();
  std::uint64_t sum = 0;
  for (const auto& term : words.front().terms) sum += term.list.document_count();
  return sum;
}

const std::vector<std::uint32_t>& Leaf::phrase_found() const {
  if (phrase_found_) return *phrase_found_;
  auto candidates = documents_of(words.front(), documents_in_index);
  for (const auto& word : words | std::views::drop(1)) {
    candidates &= documents_of(word, documents_in_index);
  }
  PhraseCheck check(places);
  auto& found = phrase_found_.emplace();
  const auto numbers = candidates.numbers();
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

Result<std::optional<std::uint32_t>> QueryLeaves::field_of(const QueryNode& node) const {
  if (node.field.empty()) return std::nullopt;
  const auto& fields = generation_.schema().text_fields;
  for (std::uint32_t place = 0; place < fields.size(); ++place) {
    if (fields[place].name == node.field) return place;
  }
  return fail(ErrorCode::invalid_argument, "there is no text field of this name", node.field);
}

std::vector<QueryLeaves::Group> QueryLeaves::groups_of(const QueryNode& node) {
  const auto& dictionary = generation_.dictionary();
  std::vector<Group> groups;
  for (const auto& word : words_in(node.text, generation_, analyzer_)) {
    groups.push_back({.terms = {}, .position = word.position, .penalty = 1.0F, .spelling = {}});
    append_numbers(word.terms, dictionary, groups.back().terms);
    if (groups.back().terms.empty()) groups.back().spelling = word.terms.front();
  }
  if (node.kind == NodeKind::prefix && !groups.empty()) {
    // The word itself counts too: the stem of `companies` does not begin with `companies`.
    auto& last = groups.back();
    last.spelling = folded_prefix(node.text, generation_);
    const auto expansion = expand_prefix(last.spelling, generation_);
    has_cut_prefix_ = has_cut_prefix_ || expansion.is_cut;
    last.penalty = kPrefixPenalty;
    last.terms.insert(last.terms.end(), expansion.numbers.begin(), expansion.numbers.end());
  }
  for (auto& group : groups) {
    std::ranges::sort(group.terms);
    const auto repeated = std::ranges::unique(group.terms);
    group.terms.erase(repeated.begin(), repeated.end());
  }
  return groups;
}

Result<Leaf*> QueryLeaves::leaf_of(const QueryNode& node) {
  const auto field = TRY(field_of(node));
  const auto groups = groups_of(node);
  if (groups.empty()) return nullptr;
  std::string key = field ? generation_.schema().text_fields[*field].name : "";
  for (const auto& group : groups) {
    key += fmt::format("|{}~{}:{}:{}", group.position - groups.front().position, group.penalty,
                       fmt::join(group.terms, ","), group.spelling);
  }
  const auto [place, is_new] = leaves_.try_emplace(std::move(key));
  if (is_new) place->second = build(groups, field);
  return &place->second;
}

LeafWord QueryLeaves::word_of(const Group& group, std::optional<std::uint32_t> field) {
  LeafWord word;
  for (const auto term : group.terms) {
    if (time_.is_over()) break;
    if (const auto list = lists_.list(term, field)) {
      word.terms.push_back({.list = *list, .number = term, .penalty = group.penalty});
    }
  }
  const auto documents = generation_.documents();
  word.document_count = word.terms.size() == 1 ? word.terms.front().list.document_count()
                                               : documents_of(word, documents).count();
  word.idf = inverse_document_frequency(documents, word.document_count);
  return word;
}

Leaf QueryLeaves::build(const std::vector<Group>& groups, std::optional<std::uint32_t> field) {
  Leaf leaf;
  leaf.time = &time_;
  leaf.documents_in_index = generation_.documents();
  for (const auto& group : groups) leaf.words.push_back(word_of(group, field));
  if (!leaf.is_phrase()) return leaf;

  for (const auto& group : groups) {
    auto& place = leaf.places.emplace_back();
    place.offset = group.position - groups.front().position;
    for (const auto term : group.terms) {
      if (const auto list = lists_.positioned(term, field)) place.terms.push_back(*list);
    }
  }
  return leaf;
}

void QueryLeaves::mention(Leaf& leaf) {
  if (leaf.mentions++ == 0) mentioned_.push_back(&leaf);
}

}  // namespace tributary::search
