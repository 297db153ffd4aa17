#include "search/words/vocabulary.h"

#include <algorithm>

#include "search/postings/varint.h"

namespace tributary::search {

Result<> WordTermsWriter::add(std::string_view encoded) {
  if (words_++ % FrontCodedTerms::kBlockTerms == 0) TRY(blocks_.append(bytes_));
  std::string bytes;
  append_string(bytes, encoded);
  bytes_ += bytes.size();
  return terms_.append(bytes);
}

Result<> WordTermsWriter::write(SectionFileWriter& file) {
  TRY(blocks_.write(file, SectionTag::word_terms_blocks));
  return terms_.write(file, SectionTag::word_terms);
}

Result<Vocabulary> Vocabulary::open(const SectionFile& file) {
  auto words = TRY(FrontCodedTerms::open(file));
  const auto documents = TRY(file.array<std::uint32_t>(SectionTag::word_documents));
  const auto blocks = TRY(file.array<std::uint64_t>(SectionTag::word_terms_blocks));
  const auto terms = TRY(file.section(SectionTag::word_terms));
  constexpr auto kBlockWords = FrontCodedTerms::kBlockTerms;
  bool fits = documents.size() == words.size() &&
              blocks.size() == (words.size() + kBlockWords - 1) / kBlockWords;
  ByteReader reader(terms);
  for (std::size_t word = 0; fits && word < words.size(); ++word) {
    fits =
        word % kBlockWords != 0 || blocks[word / kBlockWords] == terms.size() - reader.remaining();
    reader.string();
    fits = fits && !reader.broken();
  }
  if (!fits || !reader.at_end()) {
    return file.broken("the words and what is told of them are not equally many");
  }
  return Vocabulary(std::move(words), documents, blocks, terms);
}

std::string_view Vocabulary::encoded_terms(std::size_t word) const {
  ByteReader reader(terms_.subspan(blocks_[word / FrontCodedTerms::kBlockTerms]));
  for (auto before = word % FrontCodedTerms::kBlockTerms; before > 0; --before) reader.string();
  return reader.string();
}

std::vector<std::string> Vocabulary::terms_of(std::size_t word) const {
  return decode_word_terms(words_.term(word), encoded_terms(word));
}

std::vector<std::string> Vocabulary::terms_of(std::string_view word) const {
  const auto number = words_.find(word);
  if (!number) return {};
  return decode_word_terms(word, encoded_terms(*number));
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
