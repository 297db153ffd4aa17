// cli/offers_options.h
//
// The commands that read offers and requests, with their options; included as partners_options.h.
#pragma once

#include "cli/commands/commands.h"

namespace tributary::cli {

/// `add_command(parent, name, purpose, common, examples)` gives back the command.
template <class App, class AddCommand>
void add_offers(App& program, AddCommand add_command, OffersOptions& offers) {
  auto* group =
      program.add_subcommand("offers", "Read offers to take part and requests for partners");
  group->require_subcommand(1);
  auto* command = add_command(*group, "list", "List those that are shown today", offers.common,
                              "  tributary offers list welding --kind request --country PT");
  command->add_option("words", offers.words, "Words, all of which are in it");
  command->add_option("--kind", offers.kind, "offer or request");
  command->add_option("--country", offers.country, "Of its organisation, as PT");
  command->add_option("--programme", offers.programme, "Words of the programme");
  command->add_option("--limit", offers.limit, "How many to list")->capture_default_str();
  command = add_command(*group, "show", "Show one, with others that it suits", offers.common,
                        "  tributary offers show 7");
  command->add_option("offer", offers.offer, "Its number")->required();
}

}  // namespace tributary::cli
