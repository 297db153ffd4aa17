#include "http/feed.h"

#include <fmt/format.h>

#include "base/markup_text.h"
#include "ecosystem/framework/version_state.h"

namespace tributary::http {

namespace {

std::string spoken(std::string_view name) {
  std::string words(name);
  for (auto& c : words) {
    if (c == '_') c = ' ';
  }
  return words;
}

struct EntryWords {
  std::string title, page;
};

EntryWords words_of(const store::PublicMove& move) {
  if (const auto* version = std::get_if<store::MovedVersion>(&move.what)) {
    const auto number = version->number.text();
    return {fmt::format("Framework {}: {}", number, spoken(name_of(version->to))),
            "/framework/" + number};
  }
  const auto& innovation = std::get<store::MovedInnovation>(move.what);
  return {fmt::format("{}: {}, now {}", move.title, spoken(name_of(innovation.act)),
                      spoken(name_of(innovation.to))),
          fmt::format("/innovations/{}", innovation.id.value)};
}

std::string entry_of(const store::PublicMove& move, std::string_view public_url) {
  const auto [title, page] = words_of(move);
  const auto link = markup_text(fmt::format("{}{}", public_url, page));
  return fmt::format(
      "  <entry>\n    <id>{}#move-{}</id>\n    <title>{}</title>\n    <updated>{}</updated>\n"
      "    <link href=\"{}\"/>\n    <summary>{}</summary>\n  </entry>\n",
      link, move.number, markup_text(title), rfc3339(move.at), link,
      markup_text(move.reasons.empty() ? move.title : move.reasons));
}

}  // namespace

std::string atom_feed(std::span<const store::PublicMove> moves, std::string_view public_url,
                      Timestamp otherwise) {
  const auto address = markup_text(public_url);
  auto feed = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"
      "  <id>{0}/feed.atom</id>\n  <title>Tributary: what moved in the ecosystem</title>\n"
      "  <updated>{1}</updated>\n  <author><name>Tributary</name></author>\n"
      "  <link rel=\"self\" href=\"{0}/feed.atom\"/>\n  <link href=\"{0}/innovations\"/>\n",
      address, rfc3339(moves.empty() ? otherwise : moves.front().at));
  for (const auto& move : moves) feed += entry_of(move, public_url);
  return feed + "</feed>\n";
}

}  // namespace tributary::http
