#include "search/exec/query_leaves.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <ranges>

#include "search/exec/compound_words.h"

namespace tributary::search {
namespace {

/// Of what another name adds (query_leaf.h).
constexpr float kEquivalentPenalty = 0.8F;

/// A word of a longer name is marked where at most one document in so many has it.
constexpr std::uint64_t kMostMarkedShare = 10;

/// ln(1 + (N − df + 0.5) / (df + 0.5)): never negative, also for a word that every document has.
float inverse_document_frequency(std::uint64_t documents, std::uint64_t document_count) {
  const auto n = static_cast<double>(documents), df = static_cast<double>(document_count);
  return static_cast<float>(std::log(1.0 + (n - df + 0.5) / (df + 0.5)));
}

}  // namespace

QueryLeaves::QueryLeaves(const SegmentedIndex& index, text::Analyzer& analyzer, TimeLimit& time)
    : index_(index), analyzer_(analyzer), time_(time), mentioned_(index.segments().size()) {
  for (const auto& segment : index.segments()) lists_.emplace_back(*segment.files);
}

Result<std::optional<std::uint32_t>> QueryLeaves::field_of(const QueryNode& node) const {
  if (node.field.empty()) return std::nullopt;
  const auto& fields = index_.schema().text_fields;
  for (std::uint32_t place = 0; place < fields.size(); ++place) {
    if (fields[place].name == node.field) return place;
  }
  return fail(ErrorCode::invalid_argument, "there is no text field of this name", node.field);
}

std::vector<QueryLeaves::Group> QueryLeaves::groups_of(const QueryNode& node, FieldPlace field) {
  std::vector<Group> groups;
  const auto words = words_in(node.text, index_, analyzer_);
  for (const auto& word : words) {
    auto& group = groups.emplace_back();
    group.position = word.position;
    add_terms(word, field, group);
    const bool is_last = &word == &words.back();
    if (is_last && (node.kind == NodeKind::prefix || node.kind == NodeKind::typing)) {
      add_beginnings(word, node.kind, group);
    }
    if (node.has_compounds && words.size() == 1) add_compounds(word, group);
    const bool is_forgiving = node.kind == NodeKind::word || node.kind == NodeKind::typing;
    if (group.terms.empty() && is_forgiving && node.equivalents.empty() &&
        (!field || index_.schema().text_fields[*field].weight > 0.0F)) {
      add_near(word, is_last ? node.kind : NodeKind::word, group);
    }
    if (group.terms.empty()) group.spelling = word.plain;
    std::ranges::sort(group.terms, [](const auto& left, const auto& right) {
      if (left.numbers != right.numbers) return left.numbers < right.numbers;
      return left.penalty > right.penalty;
    });
    const auto repeated = std::ranges::unique(group.terms, {}, &ExpandedTerm::numbers);
    group.terms.erase(repeated.begin(), repeated.end());
  }
  return groups;
}

bool QueryLeaves::may_stand_in(const TermNumbers& numbers, FieldPlace field) const {
  const bool is_unranked = field && index_.schema().text_fields[*field].weight == 0.0F;
  const auto set = is_unranked ? *field + 1 : kRankedFields;
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    if (numbers[at] == kNoTerm) continue;
    if (index_.segments()[at].files->dictionary().place(numbers[at], set)) return true;
  }
  return false;
}

void QueryLeaves::add_terms(const WordTerms& word, FieldPlace field, Group& group) {
  for (const auto& term : word.terms) {
    auto numbers = find_term(term, index_);
    if (numbers && may_stand_in(*numbers, field)) {
      group.terms.push_back({std::move(*numbers), 1.0F});
    }
  }
}

/// The word itself counts too: `companies*` finds what its stem finds.
void QueryLeaves::add_beginnings(const WordTerms& word, NodeKind kind, Group& group) {
  const auto beginning = words_beginning(word.plain, index_);
  has_cut_prefix_ = has_cut_prefix_ || beginning.is_cut;
  if (kind == NodeKind::prefix) {
    for (auto& term : group.terms) term.penalty = kPrefixPenalty;
  }
  group.spelling = word.plain + (kind == NodeKind::prefix ? "*" : "…");
  group.terms.insert(group.terms.end(), beginning.terms.begin(), beginning.terms.end());
}

void QueryLeaves::add_compounds(const WordTerms& word, Group& group) {
  auto compounds = compounds_with(word, index_);
  if (compounds.terms.empty()) return;
  group.terms.insert(group.terms.end(), compounds.terms.begin(), compounds.terms.end());
  group.spelling += '+';
  const bool is_told =
      std::ranges::find(compounds_, word.plain, &NearWords::typed) != compounds_.end();
  if (!is_told) compounds_.push_back({word.plain, std::move(compounds.words), compounds.is_cut});
}

void QueryLeaves::add_near(const WordTerms& word, NodeKind kind, Group& group) {
  const auto shape = kind == NodeKind::typing ? WordShape::beginning_typed : WordShape::whole;
  auto near = words_near(word.plain, shape, index_);
  group.terms = near.terms;
  group.spelling = word.plain + '~';
  const bool is_told =
      std::ranges::find(near_words_, word.plain, &NearWords::typed) != near_words_.end();
  if (!is_told) near_words_.push_back({word.plain, std::move(near.words), near.is_cut});
}

Result<QueryLeaf*> QueryLeaves::leaf_of(const QueryNode& node) {
  const auto field = TRY(field_of(node));
  const auto groups = groups_of(node, field);
  if (groups.empty()) return nullptr;
  std::string key = field ? index_.schema().text_fields[*field].name : "";
  key += key_of(groups);
  for (const auto& name : node.equivalents) key += '=' + name;
  const auto [place, is_new] = leaves_.try_emplace(std::move(key));
  if (!is_new) return &place->second;
  place->second = build(groups, field);
  if (!node.equivalents.empty()) place->second = united(node, field, place->second);
  return &place->second;
}

std::string QueryLeaves::key_of(const std::vector<Group>& groups) const {
  std::string key;
  for (const auto& group : groups) {
    key += fmt::format("|{}~{}:", group.position - groups.front().position, group.spelling);
    for (const auto& term : group.terms) {
      key += fmt::format("{}*{},", fmt::join(term.numbers, "."), term.penalty);
    }
  }
  return key;
}

QueryLeaf QueryLeaves::united(const QueryNode& node, FieldPlace field, const QueryLeaf& typed) {
  std::vector<LeafWord> words(typed.of_segment.size());
  const auto add = [&](const QueryLeaf& leaf, const std::string& name, float penalty) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto& part = leaf.of_segment[at];
      if (part.is_phrase()) {
        if (auto term = as_term(part, at, name, penalty)) {
          words[at].terms.push_back(*std::move(term));
        }
        continue;
      }
      for (auto term : part.words.front().terms) {
        term.penalty *= penalty;
        words[at].terms.push_back(std::move(term));
      }
    }
  };
  add(typed, node.text, 1.0F);
  for (const auto& name : node.equivalents) {
    const auto groups = groups_of({.kind = NodeKind::phrase, .text = name}, field);
    if (!groups.empty()) add(build(groups, field), name, kEquivalentPenalty);
  }
  QueryLeaf leaf;
  for (std::size_t at = 0; at < words.size(); ++at) {
    leaf.of_segment.push_back(typed.of_segment[at].alone(words[at]));
  }
  // Names of the same stand beside each other: their documents are counted, not estimated.
  std::uint64_t document_count = 0;
  for (const auto& part : leaf.of_segment) document_count += part.documents().count();
  weigh_last_word(leaf, document_count);
  return leaf;
}

std::optional<LeafTerm> QueryLeaves::as_term(const Leaf& phrase, std::size_t segment,
                                             std::string name, float penalty) {
  std::vector<Posting> postings;
  for (const auto document : phrase.phrase_found()) postings.push_back({document, 255});
  for (const auto& word : phrase.words) {
    std::vector<ListCursor> lists;
    for (const auto& term : word.terms) lists.emplace_back(term.list);
    for (auto& posting : postings) {
      Impact greatest = 0;
      for (auto& list : lists) {
        if (const auto found = list.find(posting.document)) {
          greatest = std::max(greatest, found->impact);
        }
      }
      posting.impact = std::min(posting.impact, greatest);
    }
  }
  if (postings.empty()) return std::nullopt;
  return LeafTerm{.list = lists_[segment].made_of(postings),
                  .number = 0,
                  .place = 0,
                  .penalty = penalty,
                  .name = std::move(name)};
}

/// How many documents have any of the terms of the last word, as if these were strewn
/// independently: N · (1 − Π (1 − df / N)).
std::uint64_t QueryLeaves::documents_of_last_word(const QueryLeaf& leaf) const {
  std::vector<std::uint64_t> counts;
  for (const auto& part : leaf.of_segment) {
    for (const auto& term : part.words.back().terms) {
      if (term.place >= counts.size()) counts.resize(term.place + std::size_t{1});
      counts[term.place] += term.list.document_count();
    }
  }
  const auto documents = static_cast<double>(index_.stored_documents());
  double share_without = 1;
  for (const auto count : counts) share_without *= 1 - static_cast<double>(count) / documents;
  return static_cast<std::uint64_t>(std::llround(documents * (1 - share_without)));
}

void QueryLeaves::weigh_last_word(QueryLeaf& leaf, std::uint64_t document_count) const {
  for (auto& part : leaf.of_segment) {
    auto& word = part.words.back();
    word.document_count = document_count;
    word.idf = inverse_document_frequency(index_.stored_documents(), document_count);
  }
}

std::vector<text::SnippetTerm> QueryLeaves::marked_terms(const QueryNode& node) {
  std::vector<text::SnippetTerm> marked;
  const auto field = field_of(node);
  if (!field) return marked;
  const auto text_of = [&](const TermNumbers& numbers) {
    const auto known = std::ranges::find_if(numbers, [](auto number) { return number != kNoTerm; });
    const auto segment = static_cast<std::size_t>(known - numbers.begin());
    return std::string(index_.segments()[segment].files->dictionary().term(*known));
  };
  const auto mark = [&](const QueryNode& names) {
    for (const auto& word : words_in(names.text, index_, analyzer_)) {
      for (const auto& term : word.terms) marked.push_back({.term = term, .is_prefix = false});
      const bool has_beginning = names.kind == NodeKind::prefix || names.kind == NodeKind::typing;
      if (has_beginning) marked.push_back({.term = word.plain, .is_prefix = true});
    }
    for (const auto& group : groups_of(names, *field)) {
      for (const auto& term : group.terms) {
        marked.push_back({.term = text_of(term.numbers), .is_prefix = false});
      }
    }
  };
  // Of a name of several words those that hardly stand anywhere else: not the "of" of a republic.
  const auto mark_telling = [&](const std::vector<Group>& groups) {
    for (const auto& group : groups) {
      for (const auto& term : group.terms) {
        if (document_count_of(term.numbers) * kMostMarkedShare > index_.stored_documents())
          continue;
        marked.push_back({.term = text_of(term.numbers), .is_prefix = false});
      }
    }
  };
  mark(node);
  for (const auto& name : node.equivalents) {
    const QueryNode phrase{.kind = NodeKind::phrase, .text = name};
    const auto groups = groups_of(phrase, *field);
    if (groups.size() == 1) mark(phrase);
    if (groups.size() > 1) mark_telling(groups);
  }
  return marked;
}

std::uint64_t QueryLeaves::document_count_of(const TermNumbers& numbers) const {
  std::uint64_t documents = 0;
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    if (numbers[at] == kNoTerm) continue;
    const auto place = index_.segments()[at].files->dictionary().place(numbers[at], kRankedFields);
    documents += place ? place->document_count : 0;
  }
  return documents;
}

LeafWord QueryLeaves::word_of(const Group& group, FieldPlace field, std::size_t segment) {
  LeafWord word;
  for (std::uint32_t place = 0; place < group.terms.size(); ++place) {
    if (time_.is_over()) break;
    const auto& term = group.terms[place];
    const auto number = term.numbers[segment];
    if (number == kNoTerm) continue;
    if (const auto list = lists_[segment].list(number, field)) {
      word.terms.push_back(
          {.list = *list, .number = number, .place = place, .penalty = term.penalty});
    }
  }
  return word;
}

QueryLeaf QueryLeaves::build(const std::vector<Group>& groups, FieldPlace field) {
  const auto segments = index_.segments();
  QueryLeaf leaf;
  leaf.of_segment.resize(segments.size());
  for (std::size_t at = 0; at < segments.size(); ++at) {
    leaf.of_segment[at].time = &time_;
    leaf.of_segment[at].documents_in_index = segments[at].files->documents();
  }
  for (const auto& group : groups) {
    for (std::size_t at = 0; at < segments.size(); ++at) {
      leaf.of_segment[at].words.push_back(word_of(group, field, at));
    }
    weigh_last_word(leaf, documents_of_last_word(leaf));
  }
  if (groups.size() > 1) {
    for (std::size_t at = 0; at < segments.size(); ++at) {
      auto& phrase = leaf.of_segment[at].phrase;
      phrase.places = phrase_places(groups, field, at);
      add_pairs(groups, field, at, phrase);
    }
  }
  return leaf;
}

std::vector<PhrasePlace> QueryLeaves::phrase_places(const std::vector<Group>& groups,
                                                    FieldPlace field, std::size_t segment) const {
  std::vector<PhrasePlace> places;
  for (const auto& group : groups) {
    auto& place = places.emplace_back();
    place.offset = group.position - groups.front().position;
    for (const auto& term : group.terms) {
      if (term.numbers[segment] == kNoTerm) continue;
      const auto list = lists_[segment].positioned(term.numbers[segment], field);
      if (list) place.terms.push_back(*list);
    }
  }
  return places;
}

void QueryLeaves::add_pairs(const std::vector<Group>& groups, FieldPlace field, std::size_t segment,
                            PhraseParts& phrase) const {
  const auto& files = *index_.segments()[segment].files;
  if (files.pairs() == nullptr) return;
  // Pairs are those of the ranked fields.
  if (field && index_.schema().text_fields[*field].weight == 0.0F) return;
  const auto number_of = [&](const Group& group) -> std::optional<std::uint32_t> {
    if (group.terms.size() != 1 || group.terms.front().numbers[segment] == kNoTerm) return {};
    return files.pairs()->find(files.dictionary().term(group.terms.front().numbers[segment]));
  };
  for (std::uint32_t place = 0; place + 1 < groups.size(); ++place) {
    if (groups[place].position + 1 != groups[place + 1].position) continue;
    const auto first = number_of(groups[place]), second = number_of(groups[place + 1]);
    if (!first || !second) continue;
    if (const auto list = files.pairs()->list(*first, *second)) {
      phrase.pairs.push_back({.list = *list, .first = place});
    } else {
      phrase.is_nowhere = true;
    }
  }
  phrase.is_pair = groups.size() == 2 && phrase.pairs.size() == 1 && !field;
}

void QueryLeaves::mention(QueryLeaf& leaf) {
  const bool is_first = leaf.of_segment.front().mentions == 0;
  for (std::size_t at = 0; at < leaf.of_segment.size(); ++at) {
    ++leaf.of_segment[at].mentions;
    if (is_first) mentioned_[at].push_back(&leaf.of_segment[at]);
  }
}

}  // namespace tributary::search
