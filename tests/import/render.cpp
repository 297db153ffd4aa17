#include "render.h"

#include <sstream>

namespace tributary::import_test {
namespace {

using namespace tributary::catalogue;

std::string shown(const std::string& value) {
  std::string text;
  for (const char c : value) {
    if (c == '\n') {
      text += "\\n";
    } else {
      text.push_back(c);
    }
  }
  return text;
}
std::string shown(const Date& value) { return value.iso(); }
std::string shown(const Money& value) { return value.decimal(); }
std::string shown(bool value) { return value ? "yes" : "no"; }
template <std::integral T>
std::string shown(T value) {
  return std::to_string(value);
}

class Lines {
 public:
  void field(std::string_view name, const std::string& value) {
    if (!value.empty()) out_ << "  " << name << ' ' << shown(value) << '\n';
  }
  template <class T>
  void field(std::string_view name, const std::optional<T>& value) {
    if (value) out_ << "  " << name << ' ' << shown(*value) << '\n';
  }
  void line(const std::string& text) { out_ << text << '\n'; }
  [[nodiscard]] std::string text() const { return out_.str(); }

 private:
  std::ostringstream out_;
};

/// "  participation 1 coordinator: NAME, pic 999…, FR, higher_education, gets 100000"
std::string participation_line(const Participation& participation) {
  const auto& organisation = participation.organisation;
  std::string line = "  participation ";
  line += participation.order ? std::to_string(*participation.order) : "-";
  line += " " + std::string(name_of(participation.role)) + ": " + organisation.name;
  const auto add = [&line](std::string_view what, const std::string& value) {
    if (!value.empty()) line += ", " + std::string(what) + (what.empty() ? "" : " ") + value;
  };
  add("short", organisation.short_name);
  add("pic", organisation.pic);
  add("oid", organisation.oid);
  add("vat", organisation.vat);
  if (organisation.type != OrganisationType::unknown) {
    add("", std::string(name_of(organisation.type)));
  }
  if (organisation.is_sme) line += *organisation.is_sme ? ", SME" : ", no SME";
  add("street", organisation.street);
  add("post code", organisation.post_code);
  add("city", organisation.city);
  add("region", organisation.region);
  add("", organisation.country);
  add("nuts", organisation.nuts);
  if (organisation.latitude) {
    std::ostringstream position;
    position << ", at " << *organisation.latitude << ' ' << *organisation.longitude;
    line += position.str();
  }
  add("web", organisation.website);
  if (participation.contribution) add("gets", participation.contribution->decimal());
  if (participation.net_contribution) add("net", participation.net_contribution->decimal());
  if (participation.total_cost) add("costs", participation.total_cost->decimal());
  if (participation.ended_early) line += *participation.ended_early ? ", ended early" : ", stays";
  return line;
}

std::string relative(const std::string& file, const Path& folder) {
  const auto prefix = folder.string() + "/";
  return file.starts_with(prefix) ? file.substr(prefix.size()) : file;
}

}  // namespace

std::string render(const SourceProject& project) {
  Lines lines;
  lines.line(project.source + " " + project.key);
  lines.field("acronym", project.acronym);
  lines.field("title", project.title);
  lines.field("summary", project.summary);
  lines.field("programme", project.programme);
  lines.field("key action", project.key_action);
  lines.field("action", project.action);
  lines.field("call", project.call);
  lines.field("call year", project.call_year);
  lines.field("status", project.published_status);
  lines.field("start", project.start);
  lines.field("end", project.end);
  lines.field("signed", project.signed_on);
  lines.field("updated", project.updated_on);
  lines.field("grant", project.grant);
  lines.field("total cost", project.total_cost);
  lines.field("website", project.website);
  lines.field("doi", project.doi);
  lines.field("rcn", project.rcn);
  lines.field("good practice", project.good_practice);
  lines.field("success story", project.success_story);
  if (project.participations) {
    if (project.participations->empty()) lines.line("  no participations");
    for (const auto& one : *project.participations) lines.line(participation_line(one));
  }
  if (project.topics) {
    if (project.topics->empty()) lines.line("  no topics");
    for (const auto& [vocabulary, code, label] : *project.topics) {
      lines.line("  topic " + std::string(name_of(vocabulary)) + ": " + code +
                 (code.empty() || label.empty() ? "" : " = ") + label);
    }
  }
  if (project.links) {
    if (project.links->empty()) lines.line("  no links");
    for (const auto& [url, kind, title] : *project.links) {
      lines.line("  link " + kind + ": " + url + (title.empty() ? "" : " (" + title + ")"));
    }
  }
  return lines.text();
}

Result<std::string> render(ImportPlan& plan, const Path& folder) {
  std::string text, rejected, ends;
  for (auto& import : plan.imports) {
    std::vector<ImportRecord> batch;
    std::vector<Reject> rejects;
    do {
      batch.clear();
      rejects.clear();
      TRY(import.stream->next(2, batch, rejects));
      for (const auto& record : batch) text += render(record.project);
      for (const auto& reject : rejects) {
        rejected += "reject " + relative(reject.file, folder) + ":" + std::to_string(reject.line) +
                    " " + reject.column + ": " + reject.reason + "\n";
      }
    } while (!batch.empty() || !rejects.empty());
    for (const auto& tally : import.stream->tallies()) {
      const auto file = relative(tally.file, folder);
      if (tally.repeated > 0) {
        ends += "repeated " + file + " " + std::to_string(tally.repeated) + "\n";
      }
      if (!tally.refused.empty()) ends += "refused " + file + ": " + tally.refused + "\n";
    }
  }
  for (const auto& tally : plan.refused) {
    ends += "refused " + relative(tally.file, folder) + ": " + tally.refused + "\n";
  }
  return text + rejected + ends;
}

}  // namespace tributary::import_test
