#include "collection_search.h"

#include "text/stop_words.h"
#include "text/words.h"

namespace tributary::quality {

text::AnalyzerOptions published_analysis() {
  return {.stemming = text::Stemming::porter,
          .fold_accents = true,
          .stop_words = text::classic_english_stop_words()};
}

search::Schema flat(text::AnalyzerOptions analysis) {
  search::Schema schema;
  schema.text_fields = {{.name = "text", .weight = 1.0F, .length_normalisation = 0.4F}};
  schema.k1 = 0.9F;
  schema.analysis = std::move(analysis);
  return schema;
}

search::Schema fielded(text::AnalyzerOptions analysis) {
  search::Schema schema;
  schema.text_fields = {{.name = "title", .weight = 2.5F, .length_normalisation = 0.5F},
                        {.name = "text", .weight = 1.0F, .length_normalisation = 0.75F}};
  schema.analysis = std::move(analysis);
  return schema;
}

search::QueryTree any_word_of(const std::string& text) {
  search::QueryTree tree;
  tree.root.kind = search::NodeKind::any_of;
  for (text::WordScanner words(text); words.next();) {
    search::QueryNode word;
    word.kind = search::NodeKind::word;
    word.text = text.substr(words.begin(), words.end() - words.begin());
    tree.root.children.push_back(std::move(word));
  }
  return tree;
}

Result<search::Index> build(const Path& folder, const Collection& collection,
                            const search::Schema& schema, text::Language language) {
  auto writer = TRY(search::IndexWriter::create(folder, schema));
  const bool is_flat = schema.text_fields.size() == 1;
  for (const auto& document : collection.documents) {
    search::Document entry;
    entry.id = document.id;
    entry.texts.push_back({.field = 0, .text = document.title, .language = language});
    entry.texts.push_back({.field = static_cast<std::uint16_t>(is_flat ? 0 : 1),
                           .text = document.text,
                           .language = language});
    TRY(writer.add(entry));
  }
  TRY(writer.commit());
  return search::Index::open(folder);
}

}  // namespace tributary::quality
