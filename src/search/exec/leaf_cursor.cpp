#include "search/exec/leaf_cursor.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>

namespace tributary::search {
namespace {

/// The least impact that times `factor` gives at least `least`; it may be none of eight bits.
std::uint32_t least_impact(std::uint32_t least, std::uint32_t factor) {
  return (least - 1) / factor + 1;
}

}  // namespace

LeafCursor::LeafCursor(const Leaf& leaf, const ScoreScale& scale)
    : documents_in_index_(leaf.documents_in_index), postings_(leaf.postings()) {
  if (!leaf.is_phrase()) {
    terms_ = terms_of(leaf, leaf.words.front(), scale);
    return;
  }
  documents_ = leaf.phrase_found();
  values_.resize(documents_.size());
  for (const auto& word : leaf.words) {
    auto terms = terms_of(leaf, word, scale);
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      values_[i] += greatest_at(terms, documents_[i]);
    }
  }
}

std::vector<LeafCursor::Term> LeafCursor::terms_of(const Leaf& leaf, const LeafWord& word,
                                                   const ScoreScale& scale) {
  std::vector<Term> terms;
  terms.reserve(word.terms.size());  // a cursor holds a block of postings, too much to move about
  for (const auto& term : word.terms) {
    terms.push_back({.list = ListCursor(term.list),
                     .factor = leaf.mentions * scale.factor(word.idf * term.penalty)});
  }
  return terms;
}

void LeafCursor::find_next(std::uint32_t first) {
  if (terms_.size() == 1 && next_ < first) next_ = terms_.front().list.next_possible(first);
  while (at_ < documents_.size() && documents_[at_] < first) ++at_;
}

void LeafCursor::find_bounds() {
  if (!bounds_.empty()) return;
  bounds_.resize((std::size_t{documents_in_index_} + kWindowDocuments - 1) / kWindowDocuments);
  for (const auto& [list, factor] : terms_) list.list().raise_window_bounds(factor, bounds_.data());
}

std::uint32_t LeafCursor::next_possible(std::uint32_t first) {
  if (terms_.size() > 1) {
    find_bounds();
    auto window = first / kWindowDocuments;
    while (window < bounds_.size() && bounds_[window] == 0) ++window;
    return window < bounds_.size() ? window * kWindowDocuments : kNoDocument;
  }
  find_next(first);
  auto next = at_ < documents_.size() ? documents_[at_] : kNoDocument;
  if (!terms_.empty()) next = std::min(next, next_);
  return next;
}

std::uint32_t LeafCursor::bound(std::uint64_t asked) {
  if (terms_.size() > 1 && asked >= kFewDocuments) {
    find_bounds();
    return *std::ranges::max_element(bounds_);
  }
  std::uint32_t bound = 0;
  for (const auto& [list, factor] : terms_) {
    bound = std::max(bound, factor * list.list().greatest_bound());
  }
  for (const auto value : values_) bound = std::max(bound, value);
  return bound;
}

std::uint32_t LeafCursor::window_bound(std::uint32_t first) {
  if (terms_.size() > 1) {
    find_bounds();
    return bounds_[first / kWindowDocuments];
  }
  find_next(first);
  std::uint32_t bound = 0;
  if (!terms_.empty() && next_ - first < kWindowDocuments) {
    bound = terms_.front().factor * terms_.front().list.window_bound(first);
  }
  for (auto i = at_; i < documents_.size() && documents_[i] - first < kWindowDocuments; ++i) {
    bound = std::max(bound, values_[i]);
  }
  return bound;
}

/// The terms that have documents in the window, the one that gives most of all first.
void LeafCursor::enter_window(std::uint32_t first) {
  if (window_ == first) return;
  window_ = first;
  in_window_.clear();
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    auto& [list, factor] = terms_[i];
    const auto bound = factor * list.window_bound(first);
    if (bound == 0) continue;
    in_window_.push_back({i, bound});
    if (bound > in_window_.front().bound) std::swap(in_window_.front(), in_window_.back());
  }
}

std::uint32_t LeafCursor::greatest_from(std::uint32_t document, std::uint32_t least) {
  const auto window = document / kWindowDocuments;
  if (bounds_[window] < least) return 0;
  enter_window(window * kWindowDocuments);
  std::uint32_t value = 0;
  for (const auto& [term, bound] : in_window_) {
    if (bound < least || bound <= value) continue;
    auto& [list, factor] = terms_[term];
    if (const auto found = list.find(document)) value = std::max(value, factor * found->impact);
  }
  return value;
}

void LeafCursor::accumulate(std::uint32_t first, WindowSums& window) {
  if (terms_.size() == 1) {
    terms_.front().list.accumulate(first, terms_.front().factor, window.sums.data(),
                                   window.touched.data());
  } else if (!terms_.empty()) {
    const auto& greatest = greatest_in(first, 1);
    for (std::size_t group = 0; group < greatest.has_any.size(); ++group) {
      if (greatest.has_any[group] == 0) continue;
      for (std::size_t bit = 0; bit < WindowGreatest::kGroup; ++bit) {
        const auto value = greatest.values[group * WindowGreatest::kGroup + bit];
        window.sums[group * WindowGreatest::kGroup + bit] += value;
        window.touched[group] |= std::uint64_t{value != 0} << bit;
      }
    }
  }
  for (; at_ < documents_.size() && documents_[at_] - first < kWindowDocuments; ++at_) {
    const auto place = documents_[at_] - first;
    window.sums[place] += values_[at_];
    window.touched[place / 64] |= std::uint64_t{1} << place % 64;
  }
}

std::vector<Added> LeafCursor::strongest(std::size_t count) const {
  std::vector<Added> strong;
  if (terms_.empty()) return strong;
  const auto& [cursor, factor] = *std::ranges::max_element(
      terms_, {}, [](const Term& term) { return term.list.list().document_count(); });
  const auto& list = cursor.list();
  if (!list.is_in_blocks()) return strong;
  // The greatest impact of so many blocks is at least `least`.
  std::array<std::uint32_t, UINT8_MAX + 1> blocks_of{};
  for (std::uint32_t block = 0; block < list.blocks(); ++block)
    ++blocks_of[list.block_maximum(block)];
  Impact least = UINT8_MAX;
  for (std::size_t blocks = blocks_of[least]; blocks < count && least > 1;) {
    blocks += blocks_of[--least];
  }
  std::vector<std::uint32_t> documents(count + kBlockRoom), impacts(count + kBlockRoom);
  const auto found =
      ListCursor(list).collect_blocks(least, count, documents.data(), impacts.data());
  for (std::size_t i = 0; i < found; ++i) strong.push_back({documents[i], factor * impacts[i]});
  return strong;
}

void LeafCursor::add_at_least(std::vector<Added>& documents) const {
  constexpr std::size_t kMostAsked = 8;
  std::vector<const Term*> terms;
  for (const auto& term : terms_) terms.push_back(&term);
  const auto asked =
      terms.begin() + static_cast<std::ptrdiff_t>(std::min(kMostAsked, terms.size()));
  std::ranges::partial_sort(terms, asked, std::greater<>(),
                            [](const Term* term) { return term->list.list().document_count(); });
  terms.erase(asked, terms.end());
  std::vector<ListCursor> lists;
  for (const auto* term : terms) lists.emplace_back(term->list.list());
  std::erase_if(documents, [&](Added& each) {
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (const auto found = lists[i].find(each.document)) {
        each.sum += terms[i]->factor * found->impact;
        return false;
      }
    }
    return true;
  });
}

std::size_t LeafCursor::collect(std::uint32_t first, std::uint32_t least, std::uint32_t* documents,
                                std::uint32_t* sums) {
  if (terms_.size() > 1) {
    const auto& greatest = greatest_in(first, least);
    std::array<std::uint64_t, kWindowWords> mask{};
    for (std::size_t word = 0; word < mask.size(); ++word) {
      mask[word] = std::uint64_t{0} - greatest.has_any[word];
    }
    return kernels().collect_above(greatest.values.data(), mask.data(), least - 1, first, documents,
                                   sums);
  }
  std::size_t count = 0;
  if (terms_.size() == 1) {
    auto& term = terms_.front();
    const auto impact = least_impact(least, term.factor);
    if (impact > UINT8_MAX) return 0;
    count = term.list.collect(first, static_cast<Impact>(impact), documents, sums);
    for (std::size_t i = 0; i < count; ++i) sums[i] *= term.factor;
  }
  for (; at_ < documents_.size() && documents_[at_] - first < kWindowDocuments; ++at_) {
    documents[count] = documents_[at_];
    sums[count] = values_[at_];
    count += values_[at_] >= least ? 1U : 0U;
  }
  return count;
}

std::size_t LeafCursor::collect_next(std::uint32_t least, std::size_t enough,
                                     std::uint32_t* documents, std::uint32_t* sums) {
  auto& [list, factor] = terms_.front();
  // Impacts have eight bits: where none is enough, the greatest of all is only passed by.
  const auto impact = std::min<std::uint32_t>(least_impact(least, factor), UINT8_MAX);
  const auto count = list.collect_blocks(static_cast<Impact>(impact), enough, documents, sums);
  for (std::size_t i = 0; i < count; ++i) sums[i] *= factor;
  return count;
}

void LeafCursor::probe_all(const std::uint32_t* documents, const std::uint32_t* sums,
                           std::size_t count, std::uint64_t least, std::uint32_t* added) {
  if (terms_.size() != 1 || !documents_.empty()) {
    const bool is_looking_ahead = terms_.size() > 1 && (count >= kFewDocuments || !bounds_.empty());
    if (is_looking_ahead) find_bounds();
    for (std::size_t i = 0; i < count; ++i) {
      const auto wanted = least > sums[i] ? static_cast<std::uint32_t>(least - sums[i]) : 1;
      added[i] = is_looking_ahead ? greatest_from(documents[i], wanted) : probe(documents[i]);
    }
    return;
  }
  auto& [list, factor] = terms_.front();
  std::array<Impact, kBlockPostings> impacts{};
  for (std::size_t begin = 0; begin < count; begin += impacts.size()) {
    const auto together = std::min(impacts.size(), count - begin);
    list.impacts_of(documents + begin, together, impacts.data());
    for (std::size_t i = 0; i < together; ++i) added[begin + i] = factor * impacts[i];
  }
}

const WindowGreatest& LeafCursor::greatest_in(std::uint32_t first, std::uint32_t least) {
  if (greatest_ == nullptr) {
    greatest_ = std::make_unique<WindowGreatest>();
  } else {
    greatest_->clear();
  }
  enter_window(first);
  for (const auto& [term, bound] : in_window_) {
    if (bound < least) continue;
    auto& [list, factor] = terms_[term];
    list.raise(first, static_cast<Impact>(least_impact(least, factor)), factor,
               greatest_->values.data(), greatest_->has_any.data());
  }
  return *greatest_;
}

}  // namespace tributary::search
