#include "search/index/spilled_column.h"

#include "base/bytes.h"
#include "search/columns/integer_column.h"
#include "search/columns/label_column.h"
#include "search/columns/text_column.h"

namespace tributary::search {
namespace {

using Values = std::span<const std::string_view>;

Result<> write_integers(SectionFileWriter& file, std::uint32_t number, ColumnSpill& spill,
                        const KeptDocuments& documents) {
  IntegerColumnBuilder builder;
  TRY(spill.read([&](Values values) {
    if (!values.empty()) builder.set(load<std::int64_t>(as_bytes(values.back()).data()));
    builder.end_document();
    return Result<>();
  }));
  return builder.write(file, number, documents.kept, documents.by_id);
}

Result<> write_texts(SectionFileWriter& file, std::uint32_t number, ColumnSpill& spill,
                     const KeptDocuments& documents) {
  TextColumnBuilder builder(file.folder());
  std::uint32_t document = 0;
  TRY(spill.read([&](Values values) -> Result<> {
    if (documents.replaced[document++]) return {};
    return builder.add(values.empty() ? std::string_view() : values.front());
  }));
  return builder.write(file, number, documents.by_id);
}

Result<> write_labels(SectionFileWriter& file, std::uint32_t number, ColumnSpill& spill,
                      const KeptDocuments& documents) {
  LabelColumnBuilder builder;
  TRY(spill.read([&](Values values) {
    for (const auto value : values) builder.add(value);
    builder.end_document();
    return Result<>();
  }));
  return builder.write(file, number, documents.kept, documents.by_id);
}

}  // namespace

Result<> write_spilled_column(SectionFileWriter& file, std::uint32_t number, ColumnKind kind,
                              ColumnSpill& values, const KeptDocuments& documents) {
  switch (kind) {
    case ColumnKind::integer:
      return write_integers(file, number, values, documents);
    case ColumnKind::text:
      return write_texts(file, number, values, documents);
    case ColumnKind::labels:
      break;
  }
  return write_labels(file, number, values, documents);
}

}  // namespace tributary::search
