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
    for (auto left = *rc::gen::inRange(0, 20); left > 0; --left) {
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

RC_GTEST_PROP(PostingCodec, DecodesWhatItEncoded, ()) {
  const auto list = *any_list();
  PostingEncoder encoder;
  for (const auto& [document, fields] : list) {
    std::vector<FieldOccurrences> occurrences;
    for (const auto& [field, positions] : fields) occurrences.push_back({field, positions});
    encoder.add(document, occurrences);
  }
  RC_ASSERT(encoder.document_count() == list.size());

  List decoded;
  PostingReader postings(as_bytes(encoder.postings()), kDocuments);
  PositionReader positions(as_bytes(encoder.positions()));
  while (postings.next()) {
    for_each_field(postings, [&](std::uint32_t field, std::uint32_t frequency) {
      RC_ASSERT(positions.read(frequency, decoded[postings.document()][field]));
    });
  }
  RC_ASSERT(!postings.broken());
  RC_ASSERT(decoded == list);
}

RC_GTEST_PROP(PostingCodec, ReadsNoiseWithoutLeavingIt, (const std::vector<std::uint8_t>& noise)) {
  const auto bytes = std::as_bytes(std::span(noise));
  PostingReader postings(bytes, 1'000);
  std::size_t documents = 0;
  while (postings.next()) {
    RC_ASSERT(postings.document() < 1'000U);
    ++documents;
  }
  RC_ASSERT(documents <= noise.size());
  PositionReader positions(bytes);
  Positions read;
  while (positions.read(3, read)) RC_ASSERT(read.size() == 3U);
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
