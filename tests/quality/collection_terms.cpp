#include "collection_terms.h"

#include <algorithm>
#include <array>
#include <map>

namespace tributary::quality {

CollectionTerms::CollectionTerms(const Collection& collection, const search::Schema& schema,
                                 text::Language language)
    : language_(language), analyzer_(schema.analysis) {
  constexpr std::size_t kFields = 2;
  std::vector<std::array<std::unordered_map<std::uint32_t, float>, kFields>> counts;
  std::vector<std::array<float, kFields>> lengths;
  std::array<float, kFields> averages{};
  for (const auto& document : collection.documents) {
    counts.push_back({count(document.title), count(document.text)});
    lengths.emplace_back();
    for (std::size_t field = 0; field < kFields; ++field) {
      for (const auto& [term, frequency] : counts.back()[field]) lengths.back()[field] += frequency;
      averages[field] += lengths.back()[field] / static_cast<float>(collection.documents.size());
    }
  }
  postings_.resize(numbers_.size());
  for (std::uint32_t document = 0; document < counts.size(); ++document) {
    std::map<std::uint32_t, float> weighted;
    for (std::size_t field = 0; field < kFields; ++field) {
      const auto weight = schema.text_fields[field].weight;
      const auto b = schema.text_fields[field].length_normalisation;
      for (const auto& [term, frequency] : counts[document][field]) {
        weighted[term] +=
            weight * frequency / (1 - b + b * lengths[document][field] / averages[field]);
      }
    }
    auto& terms = documents_.emplace_back();
    for (const auto& [term, frequency] : weighted) {
      const float u = frequency / (schema.k1 + frequency);
      terms.push_back({.term = term, .weight = u});
      postings_[term].push_back({.document = document, .score = u});
    }
  }
}

std::unordered_map<std::uint32_t, float> CollectionTerms::count(const std::string& text) {
  std::unordered_map<std::uint32_t, float> frequencies;
  analyzer_.analyze(text, language_, tokens_);
  for (const auto& token : tokens_) {
    const auto number = static_cast<std::uint32_t>(numbers_.size());
    ++frequencies[numbers_.try_emplace(std::string(token.term), number).first->second];
  }
  return frequencies;
}

std::vector<search::DocumentTerm> CollectionTerms::terms_of(std::uint32_t document) const {
  std::vector<search::DocumentTerm> terms;
  for (const auto& [term, weight] : documents_[document]) {
    const auto holders = static_cast<std::uint32_t>(postings_[term].size());
    terms.push_back({.term = term, .weight = weight, .document_frequency = holders});
  }
  return terms;
}

float CollectionTerms::weight_in(std::uint32_t term, std::uint32_t document) const {
  const auto found =
      std::ranges::lower_bound(documents_[document], term, {}, &search::TermWeight::term);
  return found != documents_[document].end() && found->term == term ? found->weight : 0.0F;
}

std::vector<search::ScoredDocument> CollectionTerms::best_by_words(
    std::span<const search::TermWeight> terms, std::size_t limit) const {
  std::vector<float> scores(documents_.size());
  for (const auto& [term, weight] : terms) {
    for (const auto& [document, u] : postings_[term]) scores[document] += weight * u;
  }
  std::vector<search::ScoredDocument> best;
  for (std::uint32_t document = 0; document < scores.size(); ++document) {
    if (scores[document] > 0) best.push_back({.document = document, .score = scores[document]});
  }
  std::ranges::stable_sort(best, std::greater{}, &search::ScoredDocument::score);
  best.resize(std::min(limit, best.size()));
  return best;
}

std::vector<search::TermWeight> CollectionTerms::terms_of_query(const std::string& text) {
  std::vector<search::TermWeight> terms;
  for (const auto& [term, frequency] : count(text)) {
    if (term < postings_.size()) terms.push_back({term, frequency});
  }
  std::ranges::sort(terms, {}, &search::TermWeight::term);
  return terms;
}

}  // namespace tributary::quality
