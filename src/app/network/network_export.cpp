#include "app/network/network_export.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "base/markup_text.h"
#include "base/spreadsheet_text.h"
#include "store/partners/partner_catalogue.h"

namespace tributary::app {
namespace {

constexpr std::size_t kPieceBytes = 64 * 1'024;

std::string csv_text(std::string_view text) {
  std::string cell = "\"";
  for (const char character : spreadsheet_text(text)) {
    if (character == '"') cell += '"';
    cell += character;
  }
  return cell + '"';
}

struct NamedNode {
  std::uint32_t node = 0;
  std::string slug, name, city;
};

/// All that is told of an organisation, in the order of the columns.
struct NodeRow {
  std::int64_t id = 0;
  const NamedNode& named;
  std::string_view country, type;
  std::uint32_t projects = 0, degree = 0, stable_ties = 0, core = 0, community = 0;
  std::uint64_t joint_projects = 0;
  double betweenness = 0;
  network::ShareRange range;
  bool is_newcomer = false;
};

struct Column {
  std::string_view name, graphml_type;
  bool is_text;
  std::string (*value)(const NodeRow&);
};

constexpr std::array kColumns{
    Column{"address", "string", true, [](const NodeRow& row) { return row.named.slug; }},
    Column{"name", "string", true, [](const NodeRow& row) { return row.named.name; }},
    Column{"city", "string", true, [](const NodeRow& row) { return row.named.city; }},
    Column{"country", "string", true, [](const NodeRow& row) { return std::string(row.country); }},
    Column{"type", "string", true, [](const NodeRow& row) { return std::string(row.type); }},
    Column{"projects", "int", false,
           [](const NodeRow& row) { return std::to_string(row.projects); }},
    Column{"degree", "int", false, [](const NodeRow& row) { return std::to_string(row.degree); }},
    Column{"stable_ties", "int", false,
           [](const NodeRow& row) { return std::to_string(row.stable_ties); }},
    Column{"joint_projects", "long", false,
           [](const NodeRow& row) { return std::to_string(row.joint_projects); }},
    Column{"core", "int", false, [](const NodeRow& row) { return std::to_string(row.core); }},
    Column{"betweenness", "double", false,
           [](const NodeRow& row) { return fmt::format("{}", row.betweenness); }},
    Column{"betweenness_low", "double", false,
           [](const NodeRow& row) { return fmt::format("{}", row.range.low); }},
    Column{"betweenness_high", "double", false,
           [](const NodeRow& row) { return fmt::format("{}", row.range.high); }},
    Column{"community", "int", false,
           [](const NodeRow& row) { return std::to_string(row.community); }},
    Column{"newcomer", "boolean", false,
           [](const NodeRow& row) { return std::string(row.is_newcomer ? "true" : "false"); }}};

/// Which part of the catalogue it is.
std::string described(const MeasuredNetwork& network) {
  const auto& scope = network.scope;
  if (scope.is_whole_catalogue() && !network.around && scope.fewest_projects == 1) {
    return "the whole catalogue";
  }
  std::vector<std::string> parts;
  if (!scope.text.empty()) parts.push_back("search for " + network.found.echo);
  for (const auto& choice : scope.filters) {
    parts.push_back(fmt::format("{} is {}", choice.facet, fmt::join(choice.values, " or ")));
  }
  if (network.around) {
    const auto id = network.catalogue->organisations[network.around->value];
    parts.push_back(fmt::format("around organisation {}", id.value));
  }
  if (scope.fewest_projects > 1) {
    parts.push_back(fmt::format("ties of {} joint projects or more", scope.fewest_projects));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string about(const MeasuredNetwork& network) {
  const auto& betweenness = network.betweenness;
  const auto measured =
      betweenness.method == network::BetweennessMethod::exact
          ? std::string("exact")
          : fmt::format(
                "from a sample of {} pairs, at most {:.6f} from the truth with a confidence "
                "of {}",
                betweenness.samples, betweenness.greatest_error(),
                network::Betweenness::kConfidence);
  return fmt::format(
      "Tributary, as of {}: who took part together in {} projects: {}. Betweenness: {}. "
      "Communities: Leiden, modularity {:.4f}.",
      network.as_of.iso(), network.found.count, described(network), measured,
      network.communities.modularity);
}

class NetworkWriter {
 public:
  NetworkWriter(const MeasuredNetwork& network, const TextSink& sink)
      : network_(network), sink_(sink) {}

  Result<> read_names(sql::Connection& connection) {
    const auto& catalogue = *network_.catalogue;
    return store::for_each_organisation_name(
        connection,
        [&](store::OrganisationId id, std::string_view slug, std::string_view name,
            std::string_view city) -> Result<> {
          const auto place = catalogue.place_of(id);
          const auto node = place ? network_.made.node_of(*place) : std::nullopt;
          if (node) {
            nodes_.push_back(
                {node->value, std::string(slug), std::string(name), std::string(city)});
          }
          return {};
        });
  }

  Result<> write_graphml() {
    piece_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    piece_ += fmt::format("  <desc>{}</desc>\n", markup_text(about(network_)));
    for (const auto& column : kColumns) {
      piece_ +=
          fmt::format("  <key id=\"{0}\" for=\"node\" attr.name=\"{0}\" attr.type=\"{1}\"/>\n",
                      column.name, column.graphml_type);
    }
    piece_ +=
        "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"int\">\n"
        "    <desc>joint projects</desc>\n  </key>\n"
        "  <graph id=\"network\" edgedefault=\"undirected\">\n";
    for (const auto& named : nodes_) {
      const auto row = row_of(named);
      piece_ += fmt::format("    <node id=\"o{}\">", row.id);
      for (const auto& column : kColumns) {
        const auto value = column.value(row);
        piece_ += fmt::format("<data key=\"{}\">{}</data>", column.name,
                              column.is_text ? markup_text(value) : value);
      }
      piece_ += "</node>\n";
      TRY(hand_over(kPieceBytes));
    }
    TRY(for_each_tie([&](const NamedNode& one, const NamedNode& other, std::uint32_t projects) {
      piece_ += fmt::format(
          "    <edge source=\"o{}\" target=\"o{}\"><data key=\"weight\">{}</data></edge>\n",
          id_of(one), id_of(other), projects);
    }));
    piece_ += "  </graph>\n</graphml>\n";
    return hand_over(0);
  }

  Result<> write_organisations() {
    piece_ = "id";
    for (const auto& column : kColumns) piece_ += fmt::format(",{}", column.name);
    piece_ += "\r\n";
    for (const auto& named : nodes_) {
      const auto row = row_of(named);
      piece_ += std::to_string(row.id);
      for (const auto& column : kColumns) {
        const auto value = column.value(row);
        piece_ += ',';
        piece_ += column.is_text ? csv_text(value) : value;
      }
      piece_ += "\r\n";
      TRY(hand_over(kPieceBytes));
    }
    return hand_over(0);
  }

  Result<> write_ties() {
    piece_ = "from_id,from_name,to_id,to_name,joint_projects\r\n";
    TRY(for_each_tie([&](const NamedNode& one, const NamedNode& other, std::uint32_t projects) {
      piece_ += fmt::format("{},{},{},{},{}\r\n", id_of(one), csv_text(one.name), id_of(other),
                            csv_text(other.name), projects);
    }));
    return hand_over(0);
  }

 private:
  [[nodiscard]] std::int64_t id_of(const NamedNode& named) const {
    return network_.catalogue->organisations[network_.made.organisations[named.node].value].value;
  }

  [[nodiscard]] NodeRow row_of(const NamedNode& named) const {
    const auto node = named.node;
    const auto& catalogue = *network_.catalogue;
    const auto& kind = catalogue.kinds[network_.made.organisations[node].value];
    return {.id = id_of(named),
            .named = named,
            .country = catalogue.countries.text(kind.country),
            .type = catalogue::name_of(static_cast<catalogue::OrganisationType>(kind.type)),
            .projects = network_.made.projects[node],
            .degree = network_.graph().degree({node}),
            .stable_ties = network_.stable_ties[node],
            .core = network_.cores[node],
            .community = network_.communities.of_node[node] + 1,
            .joint_projects = network_.strengths[node],
            .betweenness = network_.betweenness.share[node],
            .range = network_.betweenness.range_of({node}),
            .is_newcomer = network_.is_newcomer[node]};
  }

  /// Each once, from the one with the smaller id; `write(one, other, projects)`.
  Result<> for_each_tie(auto write) {
    std::vector<const NamedNode*> by_node(network_.graph().nodes());
    for (const auto& named : nodes_) by_node[named.node] = &named;
    for (const auto& named : nodes_) {
      for (const auto& tie : network_.graph().ties_of({named.node})) {
        const auto* other = by_node[tie.node.value];
        if (other == nullptr || tie.node.value < named.node) continue;
        write(named, *other, tie.projects);
      }
      TRY(hand_over(kPieceBytes));
    }
    return {};
  }

  Result<> hand_over(std::size_t fewest_bytes) {
    if (piece_.size() < fewest_bytes) return {};
    TRY(sink_(piece_));
    piece_.clear();
    return {};
  }

  const MeasuredNetwork& network_;
  const TextSink& sink_;
  std::vector<NamedNode> nodes_;  // ascending
  std::string piece_;
};

}  // namespace

Result<> write_network(const MeasuredNetwork& network, NetworkFormat format,
                       sql::Connection& connection, const TextSink& sink) {
  NetworkWriter writer(network, sink);
  TRY(writer.read_names(connection));
  switch (format) {
    case NetworkFormat::graphml:
      return writer.write_graphml();
    case NetworkFormat::organisations_csv:
      return writer.write_organisations();
    case NetworkFormat::ties_csv:
      return writer.write_ties();
  }
  return {};
}

}  // namespace tributary::app
