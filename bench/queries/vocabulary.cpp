#include "queries/vocabulary.h"

#include <algorithm>
#include <stdexcept>

#include "rivals/common/corpus_file.h"

namespace tributary::bench {
namespace {

constexpr std::size_t kSampledDocuments = 4'000;

std::vector<std::string> owned(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

}  // namespace

Vocabulary::Vocabulary(const std::string& corpus, Random& random) {
  CorpusFile file(corpus);
  for (CorpusDocument document; file.next(document);) {
    ++documents_;
    count(document.title);
    count(document.text);
    // Every document has the same chance to be in the sample (Vitter's algorithm R, 1985).
    const std::size_t place =
        sample_.size() < kSampledDocuments ? sample_.size() : random.below(documents_);
    if (place >= kSampledDocuments) continue;
    if (place == sample_.size()) sample_.emplace_back();
    sample_[place] = {.title = owned(pieces_of(document.title, ' ')),
                      .text = owned(pieces_of(document.text, ' ')),
                      .countries = owned(document.countries),
                      .year = document.year};
  }
  if (documents_ == 0) throw std::runtime_error(corpus + ": holds no document");
  sorted_.reserve(documents_with_.size());
  for (const auto& [word, tally] : documents_with_) sorted_.emplace_back(word);
  std::ranges::sort(sorted_);
}

void Vocabulary::count(std::string_view text) {
  for (const auto word : pieces_of(text, ' ')) {
    auto place = documents_with_.find(word);
    if (place == documents_with_.end())
      place = documents_with_.try_emplace(std::string(word)).first;
    auto& tally = place->second;
    if (tally.last_document == documents_) continue;
    tally = {.last_document = documents_, .documents = tally.documents + 1};
  }
}

Band Vocabulary::band(std::string_view word) const {
  const auto place = documents_with_.find(word);
  if (place == documents_with_.end()) return Band::rarest;
  const auto share = static_cast<double>(place->second.documents) / static_cast<double>(documents_);
  if (share > 0.02) return Band::common;
  if (share > 0.002) return Band::middle;
  return share > 0.0001 && place->second.documents >= 3 ? Band::rare : Band::rarest;
}

std::size_t Vocabulary::words_with_prefix(std::string_view prefix) const {
  const auto cut = [&](std::string_view word) { return word.substr(0, prefix.size()); };
  return std::ranges::equal_range(sorted_, prefix, {}, cut).size();
}

}  // namespace tributary::bench
