#include "search/exec/query_leaf.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "search/exec/phrase.h"
#include "search/exec/word_terms.h"

namespace tributary::search {
namespace {

/// The numbers of those terms that the index has.
void append_numbers(const std::vector<std::string>& terms, const Dictionary& dictionary,
                    std::vector<std::size_t>& numbers) {
  for (const auto& term : terms) {
    if (const auto number = dictionary.find(term)) numbers.push_back(*number);
  }
}

std::vector<std::uint32_t> intersection(const std::vector<std::uint32_t>& left,
                                        const std::vector<std::uint32_t>& right) {
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(left, right, std::back_inserter(both));
  return both;
}

}  // namespace

Result<FieldMask> QueryLeaves::fields_of(const QueryNode& node) const {
  const auto& fields = generation_.schema().text_fields;
  if (node.field.empty()) return ranked_fields(generation_.schema());
  for (std::size_t place = 0; place < fields.size(); ++place) {
    if (fields[place].name == node.field) return FieldMask{1} << place;
  }
  return fail(ErrorCode::invalid_argument, "there is no text field of this name", node.field);
}

std::vector<QueryLeaves::Group> QueryLeaves::groups_of(const QueryNode& node) {
  const auto& dictionary = generation_.dictionary();
  std::vector<Group> groups;
  for (const auto& word : words_in(node.text, generation_, analyzer_)) {
    groups.push_back({.terms = {}, .position = word.position, .spelling = {}});
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
  const auto fields = TRY(fields_of(node));
  const auto groups = groups_of(node);
  if (groups.empty()) return nullptr;
  std::string key = fmt::format("{:x}", fields);
  for (const auto& group : groups) {
    key += fmt::format("|{}~{}:{}:{}", group.position - groups.front().position, group.penalty,
                       fmt::join(group.terms, ","), group.spelling);
  }
  const auto [place, is_new] = leaves_.try_emplace(std::move(key));
  if (is_new) {
    place->second.found = groups.size() == 1 ? TRY(score_group(groups.front(), fields))
                                             : TRY(score_phrase(groups, fields));
  }
  return &place->second;
}

Result<WeightedDocuments> QueryLeaves::score_group(const Group& group, FieldMask fields) const {
  std::vector<WeightedDocuments> lists;
  for (const auto term : group.terms) lists.push_back(TRY(weigh_term(generation_, term, fields)));
  auto united = unite_by_maximum(std::move(lists));
  const auto idf = inverse_document_frequency(generation_.documents(), united.documents.size());
  for (auto& weight : united.weights) weight = idf * (group.penalty * weight);
  return united;
}

Result<WeightedDocuments> QueryLeaves::score_phrase(const std::vector<Group>& groups,
                                                    FieldMask fields) const {
  std::vector<WeightedDocuments> scored;
  std::vector<PhrasePlace> places;
  for (const auto& group : groups) {
    scored.push_back(TRY(score_group(group, fields)));
    places.push_back({.terms = group.terms, .offset = group.position - groups.front().position});
  }
  auto candidates = scored.front().documents;
  for (const auto& group : scored) candidates = intersection(candidates, group.documents);

  WeightedDocuments phrase;
  phrase.documents = TRY(documents_with_phrase(generation_, places, fields, candidates));
  phrase.weights.resize(phrase.documents.size());
  for (const auto& group : scored) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < phrase.documents.size(); ++i) {
      while (group.documents[at] < phrase.documents[i]) ++at;
      phrase.weights[i] += group.weights[at];
    }
  }
  return phrase;
}

void QueryLeaves::mention(Leaf& leaf) {
  if (leaf.mentions++ == 0) mentioned_.push_back(&leaf);
}

}  // namespace tributary::search
