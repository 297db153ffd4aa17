#include "base/markup_text.h"

#include <gtest/gtest.h>

namespace tributary {
namespace {

TEST(MarkupText, WritesWhatWouldBeMarkupAsReferences) {
  EXPECT_EQ(markup_text("R&D <b>\"now\"</b> & 'then'"),
            "R&amp;D &lt;b&gt;&quot;now&quot;&lt;/b&gt; &amp; &#39;then&#39;");
}

TEST(MarkupText, LeavesOutWhatNoXmlCanHold) {
  EXPECT_EQ(markup_text("a\x01\x1f"
                        "b\tc\nd\re\x7f\xc3\xa9"),
            "ab\tc\nd\re\x7f\xc3\xa9");
}

}  // namespace
}  // namespace tributary
