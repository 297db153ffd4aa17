#include "app/ecosystem/aims/aims_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ecosystem/adoption_desk.h"
#include "app/ecosystem/innovation_test_people.h"
#include "base/file.h"
#include "sql/testing/test_database.h"

namespace tributary::app {
namespace {

using catalogue::OrganisationType;
using ecosystem::AimMeasure;
using ecosystem::NoveltyScope;
using ecosystem::OsloType;
using ecosystem::ProviderId;
using testing::ElementsAre;

struct Partner {
  std::string name, country;
  OrganisationType type = OrganisationType::unknown;
};

const Partner kSchool{"Escola", "PT", OrganisationType::vocational_school};
const Partner kFirm{"Oficina", "PT", OrganisationType::enterprise};
const Partner kForeignFirm{"Werkstatt", "DE", OrganisationType::enterprise};
const Partner kInstitute{"Instituto", "PT", OrganisationType::research};
const Partner kNobodyKnows{"Associação", "PT"};

catalogue::ImportRecord project(const std::string& key, const std::string& title,
                                std::string_view start, const std::vector<Partner>& partners) {
  catalogue::SourceProject project{.source = "erasmus", .key = key, .title = title};
  project.start = Date::from_iso(start);
  project.participations.emplace();
  for (const auto& [name, country, type] : partners) {
    project.participations->push_back(
        {.organisation = {.name = name, .type = type, .country = country}});
  }
  return {std::move(project), catalogue::speaking_files({"test.csv"})};
}

/// Today is 2024-10-04.
class AimsDeskTest : public sql::DatabaseTest, protected InnovationPeople {
 protected:
  AimsDeskTest() : InnovationPeople(database_.location()) {}
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (!IsSkipped()) begin();
  }

  AdoptionDesk adoption_{connections_, clock_};
  AimsDesk aims_{connections_, clock_};
  const Actor officer_ =
      actor(20, {{Role::national_agency_officer, {ScopeKind::member_state, "PT"}}});

  void import_projects(std::vector<catalogue::ImportRecord> records) {
    auto store = store::CatalogueStore::open(database_.location()).value();
    const auto run = store.begin_run("erasmus", "test", clock_.now()).value();
    ASSERT_OK(store.apply(run, store::prepare(std::move(records)), {}, clock_.now()));
    ASSERT_OK(store.finish_run(run, {}, clock_.now()));
  }

  void import_usual() {
    import_projects({project("1", "Skills for cars", "2020-01-01", {kSchool, kFirm, kNobodyKnows}),
                     project("2", "Robots", "2021-01-01", {kSchool, kForeignFirm, kInstitute}),
                     project("3", "Genes", "2021-06-01", {kInstitute, kNobodyKnows}),
                     project("4", "Vocational teachers", "2022-01-01", {kFirm, kInstitute})});
  }

  ShownFigure figure(AimMeasure measure, int year, std::uint8_t part = 0) {
    return aims_.rows({"PT"}, {measure, part}, year, "", 100).value().figure;
  }

  static std::vector<std::string> names(const ShownFigure& figure) {
    std::vector<std::string> names;
    for (const auto& row : figure.rows) {
      for (const auto& name : row.names) names.push_back(name.name);
    }
    return names;
  }

  ProviderId provider(const std::string& name) {
    return adoption_.add_provider(officer_, {.name = name, .member_state = {"PT"}}).value();
  }

  RecordAnswer answer(ProviderId provider, int days_ago, int innovations) const {
    RecordAnswer request{
        .stated = {.answer = {.provider = provider, .answered = clock_.today_plus(-days_ago)}},
        .source = "survey"};
    for (int each = 0; each < innovations; ++each) {
      request.stated.answer.innovations.push_back({.implemented = clock_.today_plus(-days_ago - 1),
                                                   .type = OsloType::pedagogy,
                                                   .novelty = NoveltyScope::region});
    }
    return request;
  }
};

TEST_P(AimsDeskTest, ContributionIsCountedFromTheCatalogueAndOpensToItsRows) {
  import_usual();
  const auto enterprises = figure(AimMeasure::enterprises_in_vet_projects, 2020);
  EXPECT_EQ(enterprises.value, 1);
  EXPECT_THAT(names(enterprises), ElementsAre("Oficina"));
  EXPECT_EQ(enterprises.heard_from, 2);
  EXPECT_EQ(enterprises.in_scope, 3) << "nobody knows what the association is";
  EXPECT_EQ(figure(AimMeasure::enterprises_in_vet_projects, 2022).value, 1)
      << "its title names vocational education";
  EXPECT_EQ(figure(AimMeasure::vet_share_of_organisations, 2021).value, 0.5)
      << "the school and the institute";
  EXPECT_DOUBLE_EQ(figure(AimMeasure::vet_share_of_participations, 2021).value.value(), 1.0 / 3);
  EXPECT_EQ(figure(AimMeasure::vet_degree, 2020).value, 2);
  EXPECT_EQ(figure(AimMeasure::vet_degree, 2023).value, 4) << "partners stay";
  EXPECT_EQ(figure(AimMeasure::vet_brokerage, 2020).value, 1) << "all know one another";
  // Four partners; tied are the two of the first project, the two of the second, and the institute
  // with the firm and the association, but those only since 2021 and 2022.
  EXPECT_EQ(figure(AimMeasure::vet_brokerage, 2022).value, 4 - 2 * 4 / 4.0);
  const auto ties = figure(AimMeasure::new_ties_to_enterprises, 2021);
  EXPECT_THAT(names(ties), ElementsAre("Escola", "Werkstatt", "Robots"));
  EXPECT_EQ(figure(AimMeasure::new_ties_to_research, 2021).value, 1);
  const auto none = figure(AimMeasure::new_ties_to_research, 2020);
  EXPECT_EQ(none.value, 0);
  EXPECT_EQ(none.heard_from, 1) << "of the other new partner it is not known what it is";
  EXPECT_EQ(figure(AimMeasure::new_ties_to_research, 2023).value, std::nullopt)
      << "no provider was in a project that began then";
}

TEST_P(AimsDeskTest, ASourceWithoutAWordForProvidersLeavesTheirShareUnknown) {
  auto record = project("1", "Robots", "2020-01-01", {kFirm, kInstitute});
  for (auto& participation : *record.project.participations) {
    const bool is_firm = participation.organisation.type == OrganisationType::enterprise;
    participation.organisation.type_label = is_firm ? "PRC" : "REC";
  }
  import_projects({std::move(record)});
  EXPECT_EQ(figure(AimMeasure::vet_share_of_organisations, 2020).value, std::nullopt)
      << "either may be a provider of VET: CORDIS would not say so";
  EXPECT_EQ(figure(AimMeasure::vet_share_of_organisations, 2020).in_scope, 2);
}

TEST_P(AimsDeskTest, WhereNothingIsKnownThereIsNoZero) {
  const auto view = aims_.view({"MT"}, {}).value();
  EXPECT_EQ(view.to, 2024);
  EXPECT_EQ(view.from, 2014);
  for (const auto& series : view.series) {
    ASSERT_EQ(series.years.size(), 11);
    for (const auto& year : series.years) {
      EXPECT_EQ(year.value, std::nullopt) << name_of(series.figure) << year.year;
    }
    EXPECT_EQ(series.years.back().as_of, clock_.today()) << "the year is not over";
  }
}

TEST_P(AimsDeskTest, FiguresFollowTheCatalogueAndWhoIsListedAsAProvider) {
  EXPECT_EQ(figure(AimMeasure::vet_degree, 2020).value, std::nullopt);
  import_usual();
  EXPECT_EQ(figure(AimMeasure::vet_degree, 2020).value, 2) << "another catalogue since";
  const auto association = figure(AimMeasure::vet_share_of_organisations, 2020);
  EXPECT_EQ(association.heard_from, 2);
  auto store = store::CatalogueStore::open(database_.location()).value();
  const auto id = store.project("erasmus-3").value().participations[1].organisation;
  ASSERT_TRUE(adoption_.add_provider(
      officer_, {.name = "Associação", .member_state = {"PT"}, .organisation = id}));
  const auto listed = figure(AimMeasure::vet_share_of_organisations, 2020);
  EXPECT_EQ(listed.heard_from, 3);
  EXPECT_THAT(names(listed), testing::UnorderedElementsAre("Escola", "Associação"));
}

TEST_P(AimsDeskTest, IncidenceIsOfThoseThatAnsweredAndTheScopeIsWhatSomebodySaid) {
  const auto silent = figure(AimMeasure::innovating_providers, 2024);
  EXPECT_EQ(silent.value, std::nullopt);
  EXPECT_EQ(silent.in_scope, std::nullopt) << "nobody said how many there are";
  const auto innovates = provider("Escola A"), does_not = provider("Escola B");
  auto first = answer(innovates, 10, 2);
  first.stated.learners = 200;
  first.stated.reached = 50;
  ASSERT_OK(aims_.record_answer(officer_, first));
  ASSERT_OK(aims_.record_answer(officer_, answer(does_not, 5, 0)));
  ASSERT_OK(aims_.record_scope(officer_, {.member_state = {"PT"},
                                          .providers = 40,
                                          .day = clock_.today_plus(-30),
                                          .source = "register"}));
  const auto share = figure(AimMeasure::innovating_providers, 2024);
  EXPECT_EQ(share.value, 0.5);
  EXPECT_EQ(share.heard_from, 2);
  EXPECT_EQ(share.in_scope, 40);
  EXPECT_THAT(names(share), ElementsAre("Escola A"));
  EXPECT_EQ(figure(AimMeasure::innovating_providers_by_type, 2024, 1).value, 0.5);
  EXPECT_EQ(figure(AimMeasure::innovating_providers_by_type, 2024, 0).value, 0.0);
  EXPECT_EQ(figure(AimMeasure::learners_reached, 2024).value, 0.25);
  EXPECT_EQ(figure(AimMeasure::innovating_providers, 2023).value, std::nullopt)
      << "they answered later";
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(AimsDeskTest, ThePipelineTellsEntriesSurvivalAndTime) {
  const auto id = in_testing();
  EXPECT_EQ(figure(AimMeasure::stage_entries, 2024, 1).value, std::nullopt)
      << "per 100 of an unknown number";
  ASSERT_OK(aims_.record_scope(
      officer_,
      {.member_state = {"PT"}, .providers = 50, .day = clock_.today(), .source = "register"}));
  const auto entries = figure(AimMeasure::stage_entries, 2024, 1);
  EXPECT_EQ(entries.value, 2.0);
  EXPECT_EQ(entries.rows.front().names.front().id, id.value);
  EXPECT_EQ(figure(AimMeasure::stage_survival, 2024, 0).value, 1.0);
  EXPECT_EQ(figure(AimMeasure::stage_survival, 2024, 1).value, std::nullopt)
      << "it is still being tested";
  EXPECT_EQ(figure(AimMeasure::stage_days, 2024, 0).value, 0.0);
}

TEST_P(AimsDeskTest, AnInnovationOfAnEnterpriseIsKnownByItsTeam) {
  propose();
  const auto unknown = figure(AimMeasure::enterprise_innovations_with_vet_partner, 2024);
  EXPECT_EQ(unknown.value, std::nullopt) << "the catalogue does not know who works on it";
  EXPECT_EQ(unknown.heard_from, 0);
  EXPECT_EQ(unknown.in_scope, 1);
}

TEST_P(AimsDeskTest, AnswersAreForTheStateAndTheOrganisation) {
  const auto school = provider("Escola A");
  const auto romania =
      actor(21, {{Role::national_agency_officer, {ScopeKind::member_state, "RO"}}});
  for (const auto& other : {romania, bela_, visitor_, representative_of("RO")}) {
    EXPECT_EQ(aims_.record_answer(other, answer(school, 1, 1)).error().code,
              ErrorCode::not_permitted);
    EXPECT_EQ(
        aims_
            .record_scope(
                other,
                {.member_state = {"PT"}, .providers = 1, .day = clock_.today(), .source = "x"})
            .error()
            .code,
        ErrorCode::not_permitted);
  }
  EXPECT_OK(aims_.record_answer(representative_of("PT"), answer(school, 2, 0)));
  EXPECT_EQ(aims_.record_answer(officer_, answer(school, -1, 0)).error().context, "answered");
  auto silent = answer(school, 1, 0);
  silent.source = " ";
  EXPECT_EQ(aims_.record_answer(officer_, silent).error().context, "source");
  EXPECT_EQ(aims_.record_answer(officer_, answer({99}, 1, 0)).error().code, ErrorCode::not_found);
}

TEST_P(AimsDeskTest, ACorrectionNamesTheAnswerThatWasSeen) {
  const auto school = provider("Escola A");
  ASSERT_OK(aims_.record_answer(officer_, answer(school, 1, 1)));
  EXPECT_EQ(aims_.record_answer(officer_, answer(school, 1, 0)).error().code, ErrorCode::conflict)
      << "there is one of this day";
  auto correction = answer(school, 1, 0);
  correction.seen = {1};
  ASSERT_OK(aims_.record_answer(officer_, correction));
  EXPECT_EQ(aims_.record_answer(officer_, correction).error().code, ErrorCode::conflict);
  const auto answers = aims_.answers({"PT"}).value();
  ASSERT_EQ(answers.size(), 1);
  EXPECT_EQ(answers[0].answer.revision.value, 2);
  EXPECT_TRUE(answers[0].answer.stated.answer.innovations.empty());
  EXPECT_EQ(answers[0].provider_name, "Escola A");
  EXPECT_EQ(figure(AimMeasure::innovating_providers, 2024).value, 0.0);
}

TEST_P(AimsDeskTest, ATableIsTakenAsAWholeOrNotAtAll) {
  const auto folder = TemporaryFolder::create().value();
  const auto file = folder.path() / "answers.csv";
  const std::string header =
      "provider,member_state,answered,learners,learners_reached,implemented,type,novelty,source\n";
  const std::string good =
      "Escola A,PT,2024-05-01,100,10,2023-09-01,product,eu,survey\n"
      "Escola A,PT,2024-05-01,100,10,2024-01-15,pedagogy,provider,survey\n"
      "Escola B,PT,2024-05-02,,,,,,survey\n";
  ASSERT_OK(write_file_atomically(file, header + good +
                                            "Escola C,PT,2024-05-40,,,,,,survey\n"
                                            "Escola D,PT,2024-05-02,5,9,,,,survey\n"
                                            "Escola E,PT,2024-05-02,,,2024-01-01,new,eu,survey\n"
                                            "Escola B,PT,2024-05-02,7,,,,,survey\n"));
  const auto refused = aims_.import_file(file).value();
  using Pair = std::pair<std::uint64_t, std::string>;
  std::vector<Pair> rejected;
  for (const auto& one : refused.rejected) rejected.emplace_back(one.line, one.column);
  EXPECT_THAT(rejected, ElementsAre(Pair(5, "answered"), Pair(6, "learners_reached"),
                                    Pair(7, "type"), Pair(8, "")));
  EXPECT_TRUE(aims_.answers({"PT"}).value().empty()) << "nothing of it was taken";
  EXPECT_TRUE(adoption_.providers({"PT"}).value().providers.empty());

  ASSERT_OK(write_file_atomically(file, header + good));
  const auto taken = aims_.import_file(file).value();
  EXPECT_EQ(taken.added, 2);
  EXPECT_EQ(taken.providers_added, 2);
  EXPECT_EQ(aims_.answers({"PT"}).value()[1].answer.stated.answer.innovations.size(), 2);
  const auto entries = audit().entries;
  const auto again = aims_.import_file(file).value();
  EXPECT_EQ(again.added + again.changed + again.providers_added, 0);
  EXPECT_EQ(again.unchanged, 2);
  EXPECT_EQ(audit().entries, entries) << "what changes nothing leaves no trace";
  ASSERT_OK(write_file_atomically(file, header + "Escola B,PT,2024-05-02,,,,,,letter\n"));
  EXPECT_EQ(aims_.import_file(file).value().changed, 1);
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(AimsDeskTest, RowsComePageByPage) {
  std::vector<Partner> firms{kSchool};
  for (const std::string name : {"A", "B", "C"}) {
    firms.push_back({"Firma " + name, "PT", OrganisationType::enterprise});
  }
  import_projects({project("1", "Skills", "2020-01-01", firms)});
  const ecosystem::AimFigure enterprises{AimMeasure::enterprises_in_vet_projects, 0};
  const auto first = aims_.rows({"PT"}, enterprises, 2020, "", 2).value();
  EXPECT_THAT(names(first.figure), ElementsAre("Firma A", "Firma B"));
  EXPECT_EQ(first.figure.row_count, 3);
  const auto second = aims_.rows({"PT"}, enterprises, 2020, first.next_cursor, 2).value();
  EXPECT_THAT(names(second.figure), ElementsAre("Firma C"));
  EXPECT_TRUE(second.next_cursor.empty());
  EXPECT_EQ(aims_.rows({"PT"}, enterprises, 2020, "x", 2).error().context, "cursor");
  EXPECT_EQ(aims_.rows({"PT"}, enterprises, 2025, "", 2).error().context, "year");
}

TEST_P(AimsDeskTest, YearsFollowEachOtherAndDoNotLieAhead) {
  EXPECT_EQ(aims_.view({"PT"}, {.to = 2025}).error().context, "to");
  EXPECT_EQ(aims_.view({"PT"}, {.from = 2022, .to = 2020}).error().context, "from");
  EXPECT_EQ(aims_.view({"Portugal"}, {}).error().context, "state");
  EXPECT_EQ(aims_.view({"PT"}, {.from = 2020, .to = 2020}).value().series.front().years.size(), 1);
}

TEST_P(AimsDeskTest, StatesTellWhatThereIsToCountFrom) {
  import_usual();
  provider("Escola A");
  const auto states = aims_.states().value();
  const auto portugal = std::ranges::find(states, ecosystem::StateCode{"PT"}, &AimsOfState::state);
  ASSERT_NE(portugal, states.end());
  EXPECT_EQ(portugal->vet_providers_in_catalogue, 1);
  EXPECT_EQ(portugal->providers_listed, 1);
  EXPECT_EQ(portugal->providers_answered, 0);
  EXPECT_EQ(portugal->providers_in_scope, std::nullopt);
}

TRIBUTARY_ON_BOTH_ENGINES(AimsDeskTest);

}  // namespace
}  // namespace tributary::app
