// cli/network_options.h
//
// The commands about the network with their options. `command_line.cpp` alone includes it: it gives
// its program and how it adds a command to one, so that CLI11 is named in that file only.
#pragma once

#include "cli/commands/commands.h"

namespace tributary::cli {

/// `add_command(parent, name, purpose, common, examples)` gives back the command.
template <class App, class AddCommand>
void add_network(App& program, AddCommand add_command, NetworkOptions& network,
                 NetworkPathOptions& path) {
  auto* command = add_command(
      program, "network", "Show who works with whom in the projects of a search", network.common,
      "  tributary network\n"
      "  tributary network 'vocational training' --filter country=PT --by betweenness\n"
      "  tributary network --around 12 --joint 2\n"
      "  tributary network welding --graphml welding.graphml\n"
      "  tributary network path 12 345");
  command->require_subcommand(0, 1);
  const auto add_scope = [&](auto& of) {
    command->add_option("--filter", of.filters, "FACET=VALUE; repeat it for several")
        ->allow_extra_args(false);
  };
  command->add_option("query", network.text, "As in a search; empty takes all projects");
  add_scope(network);
  command->add_option("--around", network.around,
                      "Only this organisation, by its id, its partners and their ties");
  command->add_option("--joint", network.joint, "How many joint projects a tie has at least")
      ->capture_default_str();
  command->add_option("--by", network.by, "What orders them: degree, betweenness, core or projects")
      ->capture_default_str();
  command->add_option("--limit", network.limit, "How many organisations to show, at most 200")
      ->capture_default_str();
  command->add_option("--graphml", network.graphml, "Write the whole network to this file");
  command->add_option("--csv", network.ties_csv, "Write all ties to this file");
  command->add_option("--organisations-csv", network.organisations_csv,
                      "Write all organisations with their measures to this file");

  command =
      add_command(*command, "path", "Show over whom two organisations know each other", path.common,
                  "  tributary network path 12 345\n"
                  "  tributary network path 12 345 --query welding --json\n\n"
                  "Exit code: 0 there is a way, 3 there is none.");
  command->add_option("from", path.from, "Id of an organisation")->required();
  command->add_option("to", path.to, "Id of another one")->required();
  command->add_option("--query", path.text, "Only in the projects of this search");
  add_scope(path);
}

}  // namespace tributary::cli
