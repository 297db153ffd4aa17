#include "search/index/segment.h"

namespace tributary::search {

Result<std::shared_ptr<const Segment>> Segment::open(const Path& folder,
                                                     const SegmentFiles& names) {
  std::shared_ptr<Segment> segment(new Segment);
  segment->number_ = names.number;
  const auto open_file = [&](FileKind kind, SectionFile::Pages pages =
                                                SectionFile::Pages::kept) -> Result<SectionFile*> {
    const auto summary = TRY(names.file(folder, kind));
    return &segment->keep(TRY(SectionFile::open(folder, summary, kind, pages)));
  };
  const auto& schema = *TRY(open_file(FileKind::schema));
  auto facts = decode_facts(TRY(schema.section(SectionTag::bytes)));
  if (!facts) return schema.broken("the schema cannot be read");
  segment->facts_ = std::move(*facts);

  const auto& dictionary = *TRY(open_file(FileKind::dictionary));
  const auto& postings = *TRY(open_file(FileKind::postings));
  const auto& positions = *TRY(open_file(FileKind::positions));
  segment->dictionary_ = TRY(Dictionary::open(dictionary, postings, positions,
                                              segment->facts_.schema.text_fields.size() + 1,
                                              segment->facts_.documents));
  if (names.has(FileKind::pairs)) {
    segment->pairs_ =
        TRY(WordPairs::open(*TRY(open_file(FileKind::pairs)), segment->facts_.documents));
  }
  const auto& words = *TRY(open_file(FileKind::words));
  segment->words_file_ = &words;
  segment->vocabulary_ = TRY(Vocabulary::open(words));
  segment->compounds_ = TRY(CompoundTable::open(words, segment->vocabulary_->words().size()));
  segment->acronyms_ = TRY(AcronymSection::open(words));
  segment->completions_ =
      TRY(Completions::open(folder, TRY(names.file(folder, FileKind::completions))));
  TRY(segment->open_lengths(*TRY(open_file(FileKind::lengths))));
  // Facets and filters read them all over.
  TRY(segment->open_columns(*TRY(open_file(FileKind::columns, SectionFile::Pages::kept_in_large))));
  segment->ids_ =
      TRY(DocumentIds::open(*TRY(open_file(FileKind::documents)), segment->facts_.documents));
  if (names.has(FileKind::latent_vectors)) {
    TRY(segment->open_latent_vectors(*TRY(open_file(FileKind::latent_vectors))));
  }
  return segment;
}

SectionFile& Segment::keep(SectionFile file) {
  return *files_.emplace_back(std::make_unique<SectionFile>(std::move(file)));
}

Result<> Segment::open_lengths(const SectionFile& file) {
  for (std::uint32_t field = 0; field < schema().text_fields.size(); ++field) {
    lengths_.push_back(TRY(PackedLengths::open(file, field, documents())));
  }
  return {};
}

Result<> Segment::open_columns(const SectionFile& file) {
  for (std::uint32_t place = 0; place < schema().columns.size(); ++place) {
    switch (schema().columns[place].kind) {
      case ColumnKind::labels:
        columns_.emplace_back(TRY(LabelColumn::open(file, place, documents())));
        break;
      case ColumnKind::integer:
        columns_.emplace_back(TRY(IntegerColumn::open(file, place, documents())));
        break;
      case ColumnKind::text:
        columns_.emplace_back(TRY(TextColumn::open(file, place, documents())));
        break;
    }
  }
  return {};
}

Result<> Segment::open_latent_vectors(const SectionFile& file) {
  latent_ = TRY(LatentVectors::open(file));
  const auto terms = latent_->terms();
  if (latent_->documents() != documents() ||
      (!terms.empty() && terms.back() >= dictionary().size())) {
    return file.broken("the latent vectors do not fit the documents and terms");
  }
  return {};
}

}  // namespace tributary::search
