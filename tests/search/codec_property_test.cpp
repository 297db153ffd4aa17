// Decoding is the inverse of encoding, and noise is never read past its end.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "search/index/run_codec.h"
#include "search/index/schema_file.h"

namespace tributary::search {
namespace {

using Positions = std::vector<std::uint32_t>;
using List = std::map<std::uint32_t, std::map<std::uint32_t, Positions>>;  ///< document → field

constexpr std::uint32_t kDocuments = 1U << 30;

rc::Gen<List> any_list() {
  return rc::gen::exec([] {
    List list;
    for (auto left = *rc::gen::inRange(0, 200); left > 0; --left) {
      auto& document = list[*rc::gen::weightedOneOf<std::uint32_t>(
          {{3, rc::gen::inRange(0U, 50U)}, {1, rc::gen::inRange(0U, kDocuments)}})];
      for (auto fields = *rc::gen::inRange(1, 4); fields > 0; --fields) {
        auto& positions = document[*rc::gen::inRange(0U, kMaximumTextFields)];
        for (auto more = *rc::gen::inRange(1, 6); more > 0; --more) {
          positions.push_back(*rc::gen::inRange(0U, 1U << 24));
        }
        std::ranges::sort(positions);
      }
    }
    return list;
  });
}

/// Where `field` stands in a record, as its gaps say.
Positions positions_of(const RecordField& field) {
  ByteReader reader(field.bytes);
  reader.varint();  // the tag
  Positions positions;
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < field.count; ++i) positions.push_back(last += reader.varint());
  RC_ASSERT(reader.at_end() && !reader.broken());
  return positions;
}

RC_GTEST_PROP(TermCodec, DecodesWhatItEncoded, ()) {
  TermEncoder encoder;
  for (auto terms = *rc::gen::inRange(1, 3); terms > 0; --terms) {
    const auto list = *any_list();
    std::vector<RunPlace> places;
    for (const auto& [document, fields] : list) {
      for (const auto& [field, positions] : fields) {
        for (const auto position : positions) places.push_back({document, field << 24 | position});
      }
    }
    encoder.encode(places);

    List decoded;
    PositionRecords joined, whole;
    TermDecoder decoder(encoder.documents(), encoder.records(), kDocuments);
    for (auto documents = decoder.next_documents(); !documents.empty();
         documents = decoder.next_documents()) {
      for (const auto document : documents) {
        const auto* record = decoder.next_record();
        RC_ASSERT(record != nullptr);
        whole.add_record(record->bytes);
        for (const auto& field : record->fields) {
          decoded[document][field.field] = positions_of(field);
          joined.add_field(field, &field != &record->fields.back());
        }
      }
    }
    RC_ASSERT(!decoder.broken());
    RC_ASSERT(decoded == list);
    RC_ASSERT(joined.bytes() == whole.bytes());
  }
}

RC_GTEST_PROP(TermCodec, ReadsNoiseWithoutLeavingIt,
              (const std::vector<std::uint8_t>& documents,
               const std::vector<std::uint8_t>& records)) {
  const auto bytes = std::as_bytes(std::span(records));
  TermDecoder decoder(std::as_bytes(std::span(documents)), bytes, 1'000);
  std::size_t read = 0, record_bytes = 0;
  for (auto some = decoder.next_documents(); !some.empty(); some = decoder.next_documents()) {
    for (const auto document : some) {
      RC_ASSERT(document < 1'000U);
      ++read;
      const auto* record = decoder.next_record();
      if (record == nullptr) continue;
      for (const auto& field : record->fields) RC_ASSERT(field.field < kMaximumTextFields);
      record_bytes += record->bytes.size();
    }
  }
  RC_ASSERT(read <= documents.size());
  RC_ASSERT(record_bytes <= records.size());
}

RC_GTEST_PROP(SchemaFile, DecodesWhatItEncoded, ()) {
  IndexFacts facts;
  facts.documents = *rc::gen::arbitrary<std::uint32_t>();
  facts.schema.k1 = 0.9F;
  facts.schema.text_fields = {
      {.name = "title", .weight = 2.5F, .length_normalisation = 0.5F, .label = "Title"},
      {.name = "text"}};
  facts.schema.columns = {
      {.name = "start", .kind = ColumnKind::integer, .meaning = IntegerMeaning::date}};
  facts.schema.aliases = {{.alias = "t", .name = "title"}};
  facts.schema.analysis.stop_words = *rc::gen::arbitrary<std::vector<std::string>>();
  facts.field_words =
      *rc::gen::container<std::vector<std::uint64_t>>(2, rc::gen::arbitrary<std::uint64_t>());
  facts.average_lengths = {3.5F, 0.0F};
  facts.averaged_documents = *rc::gen::arbitrary<std::uint32_t>();
  facts.languages = {text::Language::de, text::Language::pt};
  const auto bytes = encode(facts);
  const auto decoded = decode_facts(as_bytes(bytes));
  RC_ASSERT(decoded.has_value());
  RC_ASSERT(encode(*decoded) == bytes);
  RC_ASSERT(decoded->documents == facts.documents);
  RC_ASSERT(decoded->languages == facts.languages);
  RC_ASSERT(decoded->average_lengths == facts.average_lengths);
  RC_ASSERT(decoded->schema.text_fields[0].label == "Title");
  RC_ASSERT(!decode_facts(as_bytes(std::string_view(bytes).substr(0, bytes.size() - 1))));
}

}  // namespace
}  // namespace tributary::search
