#include "search/words/collected_words.h"

#include "search/index/generation_cleanup.h"

namespace tributary::search {

CollectedWords::~CollectedWords() {
  for (const auto& run : runs_) remove_file(run);
}

void CollectedWords::begin_text(std::string_view text, text::Language language,
                                std::span<const text::Token> tokens, std::uint32_t document) {
  acronyms_.add(text, document);
  const auto place = CompoundLexicons::place_of(language);
  language_ = place ? static_cast<CompoundLanguages>(1U << *place) : CompoundLanguages{0};
  if (place) lexicons_.add_text(*place, text, tokens, document);
}

Result<> CollectedWords::write_run(const Path& path) {
  runs_.push_back(path);
  return vocabulary_.write_run(path);
}

Result<> CollectedWords::learn_from(const Path& folder, std::span<const SegmentFiles> segments) {
  if (lexicons_.is_empty()) return {};
  learnt_ = lexicons_.empty_one();
  for (const auto& segment : segments) {
    const auto summary = TRY(segment.file(folder, FileKind::words));
    const auto words =
        TRY(SectionFile::open(folder, summary, FileKind::words, SectionFile::Pages::dropped));
    TRY(learnt_->add_all(words));
  }
  return {};
}

Result<> CollectedWords::write(SectionFileWriter& file) {
  if (learnt_) learnt_->add_all(lexicons_);
  const auto& known = learnt_ ? *learnt_ : lexicons_;
  CompoundFinder finder(known);
  CompoundTableBuilder compounds;
  const auto take = [&](std::uint32_t number, std::string_view word, CompoundLanguages languages) {
    const auto parts = finder.parts_of(word, languages);
    if (!parts.empty()) compounds.add(number, parts);
  };
  TRY(merge_word_runs(runs_, file, take));
  for (const auto& stem : compounds.stems()) {
    compounds.tell_documents(stem, known.documents_with_stem(stem));
  }
  TRY(compounds.write(file));
  TRY(lexicons_.write(file));
  return write_acronyms(acronyms_.take(), file);
}

}  // namespace tributary::search
