#include "search/exec/weighted_documents.h"

#include <array>
#include <cmath>
#include <deque>

#include "search/postings/posting_codec.h"

namespace tributary::search {
namespace {

/// 1 − b + b·len/avglen is linear in the length: `base + slope·len`.
struct FieldNorm {
  float weight = 0;
  float base = 1;
  float slope = 0;
};

std::array<FieldNorm, kMaximumTextFields> norms_of(const Generation& generation, FieldMask fields) {
  std::array<FieldNorm, kMaximumTextFields> norms;
  const auto& text_fields = generation.schema().text_fields;
  for (std::size_t field = 0; field < text_fields.size(); ++field) {
    const auto b = text_fields[field].length_normalisation;
    const auto average = generation.average_length(field);
    const bool only_this = fields == FieldMask{1} << field;
    const auto weight = text_fields[field].weight;
    norms[field] = {.weight = only_this && weight == 0.0F ? 1.0F : weight,
                    .base = average > 0.0F ? 1.0F - b : 1.0F,
                    .slope = average > 0.0F ? b / average : 0.0F};
  }
  return norms;
}

WeightedDocuments unite_two(const WeightedDocuments& left, const WeightedDocuments& right) {
  WeightedDocuments united;
  united.documents.reserve(left.documents.size() + right.documents.size());
  united.weights.reserve(united.documents.capacity());
  std::size_t i = 0, j = 0;
  const auto take = [&united](std::uint32_t document, float weight) {
    united.documents.push_back(document);
    united.weights.push_back(weight);
  };
  while (i < left.documents.size() || j < right.documents.size()) {
    const auto first = i < left.documents.size() ? left.documents[i] : kNoDocument;
    const auto second = j < right.documents.size() ? right.documents[j] : kNoDocument;
    if (first < second) {
      take(first, left.weights[i++]);
    } else if (second < first) {
      take(second, right.weights[j++]);
    } else {
      take(first, std::max(left.weights[i++], right.weights[j++]));
    }
  }
  return united;
}

}  // namespace

Result<WeightedDocuments> weigh_term(const Generation& generation, std::size_t number,
                                     FieldMask fields) {
  const auto norms = norms_of(generation, fields);
  const auto k1 = generation.schema().k1;
  WeightedDocuments result;
  PostingReader postings(generation.dictionary().postings(number), generation.documents());
  while (postings.next()) {
    if ((postings.fields() & fields) == 0) continue;
    float weighted_frequency = 0;
    for_each_field(postings, [&](std::uint32_t field, std::uint32_t frequency) {
      if ((fields >> field & 1) == 0) return;
      const auto& norm = norms[field];
      const auto length = static_cast<float>(generation.lengths(field)[postings.document()]);
      weighted_frequency +=
          norm.weight * static_cast<float>(frequency) / (norm.base + norm.slope * length);
    });
    result.documents.push_back(postings.document());
    result.weights.push_back(weighted_frequency / (k1 + weighted_frequency));
  }
  if (postings.broken()) {
    return fail(ErrorCode::corrupt, "a posting list is damaged",
                file_name(generation.number(), FileKind::postings));
  }
  return result;
}

WeightedDocuments unite_by_maximum(std::vector<WeightedDocuments> lists) {
  if (lists.empty()) return {};
  std::deque<WeightedDocuments> waiting(std::make_move_iterator(lists.begin()),
                                        std::make_move_iterator(lists.end()));
  while (waiting.size() > 1) {
    waiting.push_back(unite_two(waiting[0], waiting[1]));
    waiting.erase(waiting.begin(), waiting.begin() + 2);
  }
  return std::move(waiting.front());
}

float inverse_document_frequency(std::uint32_t documents, std::size_t document_count) {
  const auto n = static_cast<double>(documents), df = static_cast<double>(document_count);
  return static_cast<float>(std::log(1.0 + (n - df + 0.5) / (df + 0.5)));
}

}  // namespace tributary::search
