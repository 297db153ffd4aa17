#include "search/index/generation.h"

namespace tributary::search {

Result<std::shared_ptr<const Generation>> Generation::open(const Path& folder,
                                                           const SegmentFiles& names) {
  std::shared_ptr<Generation> generation(new Generation);
  generation->number_ = names.number;
  const auto open_file = [&](FileKind kind) -> Result<SectionFile*> {
    const auto summary = TRY(names.file(folder, kind));
    return &generation->keep(TRY(SectionFile::open(folder, summary, kind)));
  };
  const auto& schema = *TRY(open_file(FileKind::schema));
  auto facts = decode_facts(TRY(schema.section(SectionTag::bytes)));
  if (!facts) return schema.broken("the schema cannot be read");
  generation->facts_ = std::move(*facts);

  const auto& dictionary = *TRY(open_file(FileKind::dictionary));
  const auto& postings = *TRY(open_file(FileKind::postings));
  const auto& positions = *TRY(open_file(FileKind::positions));
  generation->dictionary_ = TRY(Dictionary::open(dictionary, postings, positions,
                                                 generation->facts_.schema.text_fields.size() + 1,
                                                 generation->facts_.documents));
  generation->vocabulary_ = TRY(Vocabulary::open(*TRY(open_file(FileKind::words))));
  generation->completions_ =
      TRY(Completions::open(folder, TRY(names.file(folder, FileKind::completions))));
  TRY(generation->open_lengths(*TRY(open_file(FileKind::lengths))));
  TRY(generation->open_columns(*TRY(open_file(FileKind::columns))));
  generation->ids_ =
      TRY(DocumentIds::open(*TRY(open_file(FileKind::documents)), generation->facts_.documents));
  if (names.has(FileKind::latent_vectors)) {
    TRY(generation->open_latent_vectors(*TRY(open_file(FileKind::latent_vectors))));
  }
  return generation;
}

SectionFile& Generation::keep(SectionFile file) {
  return *files_.emplace_back(std::make_unique<SectionFile>(std::move(file)));
}

Result<> Generation::open_lengths(const SectionFile& file) {
  for (std::uint32_t field = 0; field < schema().text_fields.size(); ++field) {
    lengths_.push_back(TRY(file.array<std::uint32_t>(SectionTag::field_lengths, field)));
    if (lengths_.back().size() != documents()) return file.broken("a field's lengths are too few");
  }
  return {};
}

Result<> Generation::open_columns(const SectionFile& file) {
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

Result<> Generation::open_latent_vectors(const SectionFile& file) {
  latent_ = TRY(LatentVectors::open(file));
  const auto terms = latent_->terms();
  if (latent_->documents() != documents() ||
      (!terms.empty() && terms.back() >= dictionary().size())) {
    return file.broken("the latent vectors do not fit the documents and terms");
  }
  return {};
}

}  // namespace tributary::search
