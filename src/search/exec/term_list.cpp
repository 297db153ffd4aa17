#include "search/exec/term_list.h"

namespace tributary::search {

std::optional<PositionedList> TermLists::positioned(std::uint32_t term,
                                                    std::optional<std::uint32_t> field) const {
  const auto& dictionary = segment_.dictionary();
  const bool is_unranked = field && segment_.schema().text_fields[*field].weight == 0.0F;
  const auto place = dictionary.place(term, is_unranked ? *field + 1 : kRankedFields);
  if (!place) return std::nullopt;
  return PositionedList{.list = dictionary.postings(*place),
                        .positions = dictionary.positions(*place),
                        .fields = field ? FieldMask{1} << *field : ~FieldMask{0}};
}

std::optional<PostingList> TermLists::list(std::uint32_t term, std::optional<std::uint32_t> field) {
  const auto& dictionary = segment_.dictionary();
  if (!field || has_own_lists(segment_.schema().text_fields[*field])) {
    const auto place = dictionary.place(term, field ? *field + 1 : kRankedFields);
    return place ? std::optional(dictionary.postings(*place)) : std::nullopt;
  }
  const auto all = positioned(term, field);
  if (!all) return std::nullopt;
  auto own = restricted(*all, *field);
  return own.document_count() > 0 ? std::optional(own) : std::nullopt;
}

PostingList TermLists::restricted(const PositionedList& all, std::uint32_t field) {
  const auto& schema = segment_.schema();
  const auto norm = FieldNorm::create(schema.text_fields[field].weight,
                                      schema.text_fields[field].length_normalisation,
                                      segment_.average_length(field));
  PositionCursor positions(all.positions, all.list.document_count());
  std::vector<Spot> spots;
  std::vector<Posting> found;
  std::uint32_t index = 0;
  for (const auto& posting : all.list.decode()) {
    positions.read(index++, all.fields, spots);
    if (spots.empty()) continue;
    const auto weighted = norm.weighted(static_cast<std::uint32_t>(spots.size()),
                                        segment_.lengths(field)[posting.document]);
    found.push_back({.document = posting.document, .impact = impact_of(weighted, schema.k1)});
  }
  if (found.empty()) return {};
  return made_of(found);
}

PostingList TermLists::made_of(std::span<const Posting> postings) {
  if (postings.size() == 1) return PostingList(postings.front());
  auto& bytes = made_.emplace_back();
  append_posting_list(bytes, postings, segment_.documents());
  return {as_bytes(bytes), static_cast<std::uint32_t>(postings.size()), segment_.documents()};
}

}  // namespace tributary::search
