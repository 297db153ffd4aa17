#include "search/words/word_buffer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "search/index/string_table.h"
#include "search/postings/varint.h"
#include "search/words/text_order.h"

namespace tributary::search {
namespace {

constexpr std::size_t kReadBytes = std::size_t{256} << 10U;  ///< before their memory is given back

void add_once(std::vector<std::string>& terms, std::string_view term) {
  const auto place = std::ranges::lower_bound(terms, term);
  if (place == terms.end() || *place != term) terms.emplace(place, term);
}

class RunFile {
 public:
  explicit RunFile(const Path& path) : path_(path), file_(path, std::ios::binary) {}

  void append(std::string_view word, std::uint32_t documents, std::string_view terms,
              CompoundLanguages languages) {
    record_.clear();
    append_string(record_, word);
    append_varint(record_, documents);
    append_string(record_, terms);
    append_varint(record_, languages);
    file_.write(record_.data(), static_cast<std::streamsize>(record_.size()));
  }

  Result<> close() {
    file_.close();
    if (!file_) return fail(ErrorCode::io, std::strerror(errno), path_.string());
    return {};
  }

 private:
  const Path& path_;
  std::ofstream file_;
  std::string record_;
};

/// One run, read from the front.
class WordRun {
 public:
  static Result<WordRun> open(const Path& path) {
    WordRun run;
    run.bytes_ = TRY(MappedFile::open(path));
    run.reader_ = ByteReader(run.bytes_.bytes());
    run.next();
    return run;
  }

  [[nodiscard]] bool at_end() const { return word_.empty(); }
  [[nodiscard]] bool broken() const { return reader_.broken(); }
  [[nodiscard]] std::string_view word() const { return word_; }
  [[nodiscard]] std::uint32_t documents() const { return documents_; }
  [[nodiscard]] std::string_view terms() const { return terms_; }
  [[nodiscard]] CompoundLanguages languages() const { return languages_; }

  void next() {
    word_ = {};
    if (reader_.at_end()) return;
    if (const auto behind = bytes_.bytes().size() - reader_.remaining();
        behind - dropped_ > kReadBytes) {
      bytes_.drop_pages();
      dropped_ = behind;
    }
    word_ = reader_.string();
    documents_ = reader_.varint();
    terms_ = reader_.string();
    languages_ = static_cast<CompoundLanguages>(reader_.varint());
  }

 private:
  MappedFile bytes_;
  ByteReader reader_{{}};
  std::size_t dropped_ = 0;
  std::string_view word_, terms_;
  std::uint32_t documents_ = 0;
  CompoundLanguages languages_ = 0;
};

}  // namespace

std::uint32_t WordBuffer::number_of(std::string_view word, std::string_view term,
                                    CompoundLanguages language) {
  const auto known = numbers_.find(word);
  const auto number =
      known != numbers_.end() ? known->second : static_cast<std::uint32_t>(words_.size());
  if (known == numbers_.end()) {
    numbers_.emplace(words_.emplace_back(word), number);
    terms_.emplace_back();
    counts_.emplace_back();
    languages_.emplace_back();
  }
  languages_[number] |= language;
  auto terms = decode_word_terms(word, terms_[number]);
  add_once(terms, term);
  terms_[number] = encode_word_terms(word, terms);
  return number;
}

Result<> WordBuffer::write_run(const Path& path) {
  RunFile file(path);
  const auto order = order_of_texts(
      words_.size(), [&](std::uint32_t word) -> const std::string& { return words_[word]; });
  for (const auto word : order) {
    file.append(words_[word], counts_[word].documents, terms_[word], languages_[word]);
  }
  TRY(file.close());
  first_mark_ += words_.size();
  numbers_.clear();
  words_.clear();
  terms_.clear();
  counts_.clear();
  languages_.clear();
  return {};
}

Result<> write_word_run(const Vocabulary& vocabulary, const Path& path) {
  RunFile file(path);
  for (TermCursor cursor(vocabulary.words()); !cursor.at_end(); cursor.next()) {
    file.append(cursor.term(), vocabulary.document_count(cursor.number()),
                vocabulary.encoded_terms(cursor.number()), 0);
  }
  return file.close();
}

Result<> merge_word_runs(std::span<const Path> runs, SectionFileWriter& file,
                         const TakeWord& take) {
  std::vector<WordRun> readers;
  for (const auto& path : runs) readers.push_back(TRY(WordRun::open(path)));
  auto words = TRY(FrontCodedTermsWriter::begin(file));
  SectionSpill documents(file.folder());
  WordTermsWriter terms(file.folder());
  std::vector<std::string> of_word;
  std::uint32_t number = 0;
  while (true) {
    const WordRun* least = nullptr;
    for (const auto& run : readers) {
      if (run.broken()) return fail(ErrorCode::corrupt, "a run of words was changed");
      if (!run.at_end() && (least == nullptr || run.word() < least->word())) least = &run;
    }
    if (least == nullptr) break;
    const std::string word(least->word());
    std::uint32_t of_all_runs = 0;
    of_word.clear();
    CompoundLanguages languages = 0;
    for (auto& run : readers) {
      if (run.word() != word) continue;
      of_all_runs += run.documents();
      languages |= run.languages();
      for (const auto& term : decode_word_terms(word, run.terms())) add_once(of_word, term);
      run.next();
    }
    take(number++, word, languages);
    TRY(words.add(word));
    TRY(documents.append(of_all_runs));
    TRY(terms.add(encode_word_terms(word, of_word)));
  }
  TRY(words.finish());
  TRY(documents.write(file, SectionTag::word_documents));
  return terms.write(file);
}

}  // namespace tributary::search
