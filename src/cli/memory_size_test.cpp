#include "cli/memory_size.h"

#include <gtest/gtest.h>

namespace tributary::cli {
namespace {

constexpr std::size_t kMost = std::size_t{4} << 30U;

TEST(MemorySize, IsANumberAndAUnit) {
  EXPECT_EQ(memory_size("16M", kMost), std::size_t{16} << 20U);
  EXPECT_EQ(memory_size("20000K", kMost), std::size_t{20'000} << 10U);
  EXPECT_EQ(memory_size("2G", kMost), std::size_t{2} << 30U);
}

TEST(MemorySize, AWrongOneIsNamed) {
  for (const auto* text : {"", "256", "M", "1.5G", "-1G", "12Q", "256MB", "15M", "5G",
                           "99999999999999999999G", " 256M"}) {
    const auto size = memory_size(text, kMost);
    ASSERT_FALSE(size) << text;
    EXPECT_EQ(size.error().code, ErrorCode::invalid_argument);
    EXPECT_NE(size.error().text().find(text), std::string::npos);
    EXPECT_NE(size.error().text().find("from 16M to 4096M"), std::string::npos);
  }
}

}  // namespace
}  // namespace tributary::cli
