#include "search/exec/given_text.h"

#include <algorithm>
#include <map>

#include "search/postings/impact.h"

namespace tributary::search {
namespace {

struct Spelling {
  std::string_view word;
  std::uint32_t count = 0;
};

struct TermInTexts {
  std::vector<std::uint32_t> frequencies;  ///< by field
  std::vector<Spelling> spellings;

  void add(std::uint16_t field, std::string_view word) {
    ++frequencies[field];
    auto known = std::ranges::find(spellings, word, &Spelling::word);
    if (known == spellings.end()) known = spellings.insert(spellings.end(), {.word = word});
    ++known->count;
  }
};

std::uint64_t document_count(const TermNumbers& numbers, const SegmentedIndex& index) {
  std::uint64_t documents = 0;
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    if (numbers[at] == kNoTerm) continue;
    documents +=
        index.segments()[at].files->dictionary().document_count(numbers[at], kRankedFields);
  }
  return documents;
}

}  // namespace

Result<GivenText> read_texts(std::span<const Document::Text> texts, const SegmentedIndex& index,
                             text::Analyzer& analyzer) {
  const auto& schema = index.schema();
  std::map<std::string, TermInTexts> found;
  std::vector<std::uint32_t> lengths(schema.text_fields.size());
  std::vector<text::Token> tokens;
  for (const auto& text : texts) {
    if (text.field >= schema.text_fields.size()) {
      return fail(ErrorCode::invalid_argument, "the schema has no such text field",
                  std::to_string(text.field));
    }
    const auto& field = schema.text_fields[text.field];
    if (!field.is_topical || field.weight == 0.0F) continue;
    analyzer.analyze(text.text, text.language, tokens);
    lengths[text.field] += static_cast<std::uint32_t>(tokens.size());
    for (const auto& token : tokens) {
      auto& term = found[std::string(token.term)];
      term.frequencies.resize(schema.text_fields.size());
      term.add(text.field, std::string_view(text.text).substr(token.begin_byte,
                                                              token.end_byte - token.begin_byte));
    }
  }

  std::vector<FieldNorm> norms;
  for (std::size_t field = 0; field < schema.text_fields.size(); ++field) {
    const auto& own = schema.text_fields[field];
    norms.push_back(FieldNorm::create(own.weight, own.length_normalisation,
                                      index.segments().front().files->average_length(field)));
  }
  GivenText given;
  for (const auto& [text, term] : found) {
    auto numbers = find_term(text, index);
    if (!numbers) continue;
    float weighted = 0;
    for (std::size_t field = 0; field < norms.size(); ++field) {
      const auto frequency = term.frequencies[field];
      if (frequency > 0) weighted += norms[field].weighted(frequency, lengths[field]);
    }
    given.terms.push_back(
        {.term = static_cast<std::uint32_t>(given.terms.size()),
         .weight = weighted / (schema.k1 + weighted),
         .document_frequency = static_cast<std::uint32_t>(document_count(*numbers, index))});
    given.numbers.push_back(std::move(*numbers));
    given.words.emplace_back(std::ranges::max_element(term.spellings, {}, &Spelling::count)->word);
  }
  return given;
}

}  // namespace tributary::search
