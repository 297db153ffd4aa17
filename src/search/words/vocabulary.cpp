#include "search/words/vocabulary.h"

#include <algorithm>

#include "search/postings/varint.h"

namespace tributary::search {

Result<Vocabulary> Vocabulary::open(const SectionFile& file) {
  auto words = TRY(FrontCodedTerms::open(file));
  const auto documents = TRY(file.array<std::uint32_t>(SectionTag::word_documents));
  const auto terms =
      TRY(StringTable::open(file, SectionTag::word_terms_offsets, SectionTag::word_terms_bytes));
  if (documents.size() != words.size() || terms.size() != words.size()) {
    return file.broken("the words and what is told of them are not equally many");
  }
  return Vocabulary(std::move(words), documents, terms);
}

std::vector<std::string> Vocabulary::terms_of(std::size_t word) const {
  return decode_word_terms(words_.term(word), terms_[word]);
}

std::string encode_word_terms(std::string_view word, std::span<const std::string> terms) {
  std::string bytes;
  for (const auto& term : terms) {
    const auto shared = std::ranges::mismatch(word, term).in1 - word.begin();
    append_varint(bytes, static_cast<std::uint32_t>(shared));
    append_string(bytes, std::string_view(term).substr(static_cast<std::size_t>(shared)));
  }
  return bytes;
}

std::vector<std::string> decode_word_terms(std::string_view word, std::string_view bytes) {
  std::vector<std::string> terms;
  ByteReader reader(as_bytes(bytes));
  while (!reader.at_end()) {
    const auto shared = reader.varint();
    const auto rest = reader.string();
    if (reader.broken() || shared > word.size()) break;
    terms.push_back(std::string(word.substr(0, shared)).append(rest));
  }
  return terms;
}

}  // namespace tributary::search
