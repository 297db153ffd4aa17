#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/accounts/people.h"
#include "app/ecosystem/ecosystem.h"
#include "catalogue/formats/byte_source.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/pilot_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

namespace eco = ecosystem;

std::string evidence_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string joined_facts(const std::vector<eco::EvidenceFact>& facts) {
  std::string text;
  for (const auto fact : facts) text += (text.empty() ? "" : ", ") + evidence_words(name_of(fact));
  return text;
}

/// Shares as learners of 100, all else in standard deviations.
std::string figure_text(double value, double low, double high, bool is_share) {
  if (!is_share) return fmt::format("{:+.2f} ({:+.2f} to {:+.2f})", value, low, high);
  return fmt::format("{:+.0f} of 100 ({:+.0f} to {:+.0f})", value * 100, low * 100, high * 100);
}

void print_effect(const app::ShownEffect& shown) {
  const auto& effect = shown.effect;
  fmt::print(
      "      {}: {}{}{}\n", effect.outcome,
      figure_text(effect.value, effect.low, effect.high, effect.measure == app::kShareMeasure),
      effect.is_exploratory ? " · exploratory" : "",
      shown.is_coarse ? " · rounded, as it tells of few learners" : "");
}

void print_delivery(const std::optional<app::ShownDelivery>& delivery) {
  if (!delivery) return;
  if (delivery->per_learner)
    fmt::print("      EUR {} a learner\n", delivery->per_learner->decimal());
  if (delivery->fidelity) {
    fmt::print("      {} of {} sessions held\n", *delivery->sessions_delivered,
               *delivery->sessions_planned);
  }
}

void print_synthesis(const app::OutcomeSynthesis& synthesis) {
  if (!synthesis.pooled) {
    fmt::print("    {}: {}\n", synthesis.outcome.name, synthesis.why_not);
    return;
  }
  const auto& pooled = *synthesis.pooled;
  const bool is_share = synthesis.outcome.kind == eco::OutcomeKind::share;
  fmt::print("    {} over {} pilots: {}, I² {:.0f} %\n", synthesis.outcome.name, pooled.pilots,
             figure_text(pooled.value, pooled.shown.low, pooled.shown.high, is_share),
             pooled.i_squared * 100);
  if (pooled.prediction) {
    const double scale = is_share ? 100 : 1;
    fmt::print("      a next pilot: {:+.2f} to {:+.2f}\n", pooled.prediction->low * scale,
               pooled.prediction->high * scale);
  }
}

void print_evidence(const app::EvidenceView& view, Date as_of, const Terminal& terminal) {
  fmt::print("{}\nEvidence level {} of {}, as of {}, from its protocols and pilots\n",
             terminal.strong(view.title), view.level.level, eco::kHighestEvidenceLevel,
             as_of.iso());
  if (!view.level.there.empty()) fmt::print("  there: {}\n", joined_facts(view.level.there));
  if (!view.level.wanted.empty()) {
    fmt::print("  for the next: {}\n", joined_facts(view.level.wanted));
  }
  for (const auto& protocol : view.protocols) {
    fmt::print("\n{} · {}\n", terminal.strong(protocol.stored.content.title),
               evidence_words(name_of(protocol.stored.state)));
    if (!protocol.texts.empty()) {
      fmt::print("  SHA-256 {}\n", protocol.texts.back().text_hash);
    }
    for (const auto& [pilot, effects, design, shown, delivery, reasons, leads] : protocol.pilots) {
      fmt::print("  {:>4}  {} {} · {}\n", pilot.id.value, pilot.member_state.value, pilot.site,
                 evidence_words(name_of(pilot.state)));
      for (const auto& effect : shown) print_effect(effect);
      print_delivery(delivery);
      if (!reasons.empty()) fmt::print("{}\n", terminal.wrapped(reasons, 6));
    }
    for (const auto& synthesis : protocol.syntheses) print_synthesis(synthesis);
  }
}

void print_learners(const app::LearnerImport& report, bool is_check) {
  for (const auto& [line, column, reason] : report.rejected) {
    fmt::print("  line {}{}: {}\n", line, column.empty() ? "" : ", " + column, reason);
  }
  if (report.rejected.empty()) {
    fmt::print("{} rows {}\n", report.rows, is_check ? "can be taken" : "taken");
  } else {
    fmt::print("{} of {} rows read are wrong{}; nothing is taken\n", report.rejected.size(),
               report.rows, report.is_cut ? ", and nobody read on" : "");
  }
}

void print_arms(const std::vector<eco::ArmSummary>& arms) {
  for (const auto& arm : arms) {
    fmt::print("  {} · {}: {} learners, ", arm.outcome, name_of(arm.arm), arm.learners);
    if (arm.events) {
      fmt::print("true of {}\n", *arm.events);
    } else {
      fmt::print("mean {:.4g}, standard deviation {:.4g}\n", arm.mean_after, arm.deviation_after);
    }
  }
}

/// Whose token it is. Errors: `not_signed_in`.
Result<eco::Actor> actor_of_token(const app::DataDirectory& data, const Clock& clock,
                                  const std::string& token_file) {
  const auto token = TRY(token_in(token_file));
  const auto people = TRY(app::People::open(data, clock, {}, ""));
  auto caller = TRY(people->desk().caller_of_token(token));
  if (caller) return std::move(caller->actor);
  return fail(ErrorCode::not_signed_in,
              "name a token of the pilot's lead with --token-file or TRIBUTARY_TOKEN");
}

}  // namespace

Result<int> evidence_learners_command(const EvidenceLearnersOptions& options) {
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  const auto ecosystem = TRY(app::Ecosystem::open(data, clock));
  auto& desk = ecosystem->pilots();
  const store::PilotId pilot{options.pilot};
  auto table = TRY(catalogue::open_bytes({.file = options.file}));
  app::CheckedLearners checked;
  if (options.is_check) {
    checked = TRY(desk.check_learners(pilot, std::move(table)));
  } else {
    const auto actor = TRY(actor_of_token(data, clock, options.token_file));
    auto seen = store::Revision{options.revision};
    if (options.revision == 0) seen = TRY(desk.pilot(actor, pilot)).stored.revision;
    checked.report = TRY(desk.enter_learners(actor, pilot, seen, std::move(table)));
  }
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::learner_import_json(checked.report)));
  } else {
    print_learners(checked.report, options.is_check);
    print_arms(checked.arms);
  }
  return checked.report.rejected.empty() ? kSuccess : kFailure;
}

Result<int> evidence_show_command(const EvidenceShowOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto view = TRY(ecosystem->pilots().evidence({}, {options.innovation}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::evidence_json(view, clock.today())));
  } else {
    print_evidence(view, clock.today(), Terminal::standard_output());
  }
  return kSuccess;
}

Result<int> evidence_pilot_command(const EvidencePilotOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto view = TRY(ecosystem->pilots().pilot({}, {options.pilot}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::pilot_json(view)));
    return kSuccess;
  }
  const auto terminal = Terminal::standard_output();
  fmt::print("{}\n{} · {} · {}\n", terminal.strong(view.protocol.content.title), view.stored.site,
             view.stored.member_state.value, evidence_words(name_of(view.stored.state)));
  for (const auto& arm : view.flow) {
    const auto count = [](const std::optional<std::uint64_t>& learners) {
      return learners ? std::to_string(*learners) : std::string("left out");
    };
    fmt::print("  {:<8} assigned {}, started {}, measured {}, analysed {}\n", name_of(arm.arm),
               count(arm.assigned), count(arm.started), count(arm.measured), count(arm.analysed));
  }
  for (const auto& effect : view.effects) print_effect(effect);
  print_delivery(view.delivery);
  return kSuccess;
}

Result<int> evidence_reproduce_command(const EvidenceReproduceOptions& options) {
  std::optional<store::PilotId> pilot;
  if (options.pilot != "all") {
    std::int64_t number = 0;
    const auto* end = options.pilot.data() + options.pilot.size();
    const auto [rest, error] = std::from_chars(options.pilot.data(), end, number);
    if (error != std::errc() || rest != end || number < 1) {
      return fail(ErrorCode::invalid_argument, "it is the number of a pilot, or all",
                  options.pilot);
    }
    pilot = store::PilotId{number};
  }
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto reproductions = TRY(ecosystem->pilots().reproduce(pilot));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::reproductions_json(reproductions)));
  } else {
    for (const auto& one : reproductions) {
      fmt::print("pilot {} ({}): {}\n", one.pilot.value, one.site,
                 one.differences.empty()
                     ? fmt::format("the same to the last bit, {} outcomes", one.outcomes)
                     : "it differs");
      for (const auto& difference : one.differences) fmt::print("  {}\n", difference);
    }
    fmt::print("{} analyses run again\n", reproductions.size());
  }
  const bool is_same = std::ranges::all_of(
      reproductions, [](const app::Reproduction& one) { return one.differences.empty(); });
  return is_same ? kSuccess : kFailure;
}

}  // namespace tributary::cli
