#include <fmt/format.h>

#include "app/accounts/people.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "ecosystem/enum_names.h"
#include "http/json/partnership_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

void print_offer_line(const app::OfferCard& card, const Terminal& terminal) {
  const auto& content = card.offer.content;
  fmt::print("{:>6}  {}\n        {} · {} · {}{}\n", card.offer.id.value,
             terminal.strong(content.topic), name_of(content.kind), card.organisation.name,
             card.organisation.country,
             card.offer.last_day ? " · until " + card.offer.last_day->iso() : "");
}

}  // namespace

Result<int> offers_list_command(const OffersOptions& options) {
  const SystemClock clock;
  const auto people = TRY(app::People::open(TRY(options.common.data()), clock, {}, {}));
  app::OfferFilter filter;
  filter.words = options.words;
  filter.country = options.country;
  filter.programme = options.programme;
  filter.limit = options.limit;
  if (!options.kind.empty()) {
    filter.kind = TRY(in_context(
        "--kind", ecosystem::enum_from_name(options.kind, ecosystem::OfferKind::request)));
  }
  const auto list = TRY(people->offers().list(filter));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::offers_json(list)));
    return kSuccess;
  }
  const auto terminal = Terminal::standard_output();
  fmt::print("{} shown on {}\n\n", grouped(list.total), list.today.iso());
  for (const auto& card : list.offers) print_offer_line(card, terminal);
  return kSuccess;
}

Result<int> offers_show_command(const OffersOptions& options) {
  const SystemClock clock;
  const auto people = TRY(app::People::open(TRY(options.common.data()), clock, {}, {}));
  const auto view = TRY(people->offers().view({}, {options.offer}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::offer_json(view)));
    return kSuccess;
  }
  const auto terminal = Terminal::standard_output();
  print_offer_line(view.card, terminal);
  fmt::print("\n{}\n", view.card.offer.content.text);
  for (const auto& match : view.matches) {
    fmt::print("\nSuits {}: {}\n", match.organisation.name, match.topic);
  }
  return kSuccess;
}

}  // namespace tributary::cli
