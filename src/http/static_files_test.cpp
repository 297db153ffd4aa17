#include "http/static_files.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace tributary::http {
namespace {

class StaticFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(root() / "assets");
    write("index.html", "<title>x</title>");
    write("assets/app-1.js", std::string(4000, 'a'));
    write("assets/font-1.woff2", std::string(4000, 'b'));
    ASSERT_TRUE(write_file_atomically(folder_.path() / "secret.txt", "secret").has_value());
    std::filesystem::create_symlink(folder_.path() / "secret.txt", root() / "link.txt");
    files_ = *StaticFiles::load(root());
  }

  Path root() const { return folder_.path() / "web"; }
  void write(const char* name, std::string_view bytes) const {
    ASSERT_TRUE(write_file_atomically(root() / name, bytes).has_value());
  }
  std::optional<Response> find(std::string_view path, const std::string& encoding = "") const {
    Request request;
    if (!encoding.empty()) request.headers.push_back({"Accept-Encoding", encoding});
    return files_.find(path, request);
  }

  TemporaryFolder folder_ = *TemporaryFolder::create();
  StaticFiles files_;
};

TEST_F(StaticFilesTest, FilesHaveTheirTypeAndHashedOnesLastForEver) {
  const auto script = find("/assets/app-1.js");
  ASSERT_TRUE(script);
  EXPECT_EQ(script->content_type, "text/javascript; charset=utf-8");
  EXPECT_NE(script->cache_control.find("immutable"), std::string::npos);
  EXPECT_EQ(find("/index.html")->cache_control, "no-cache");
}

TEST_F(StaticFilesTest, NothingOutsideTheFolderIsReached) {
  for (const auto* const path : {"/../secret.txt", "/assets/../../secret.txt", "/link.txt", "/", "",
                                 "/assets", "/assets/", "//index.html"}) {
    EXPECT_FALSE(find(path)) << path;
  }
}

TEST_F(StaticFilesTest, CompressedFormsHaveTheSameTag) {
  const auto plain = find("/assets/app-1.js");
  const auto packed = find("/assets/app-1.js", "gzip");
  EXPECT_LT(packed->body->size(), plain->body->size());
  EXPECT_EQ(packed->entity_tag, plain->entity_tag);
  EXPECT_EQ(find("/assets/font-1.woff2", "gzip")->body->size(), 4000U);
}

TEST(StaticFiles, AMissingFolderIsAnError) {
  EXPECT_FALSE(StaticFiles::load("/nonexistent/folder").has_value());
}

}  // namespace
}  // namespace tributary::http
