package rival;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.lucene.facet.LabelAndValue;

/** The command line that bench/rivals/common/rival_program.h describes. */
final class RivalProgram {
  private static final double NANOSECONDS_A_MILLISECOND = 1e6;

  private RivalProgram() {}

  public static void main(String[] words) throws IOException {
    if (words.length == 3 && words[0].equals("build")) {
      CorpusIndexer.build(Path.of(words[1]), Path.of(words[2]));
    } else if (words.length == 3 && words[0].equals("answer")) {
      answerAll(new LuceneRival(Path.of(words[1])), RivalQuery.read(Path.of(words[2])));
    } else if (words.length == 5 && words[0].equals("time")) {
      int repeats = Integer.parseInt(words[3]);
      int warmUps = Integer.parseInt(words[4]);
      var queries = RivalQuery.read(Path.of(words[2]));
      timeAll(new LuceneRival(Path.of(words[1])), queries, repeats, warmUps);
    } else {
      System.err.println(
          "usage: build CORPUS INDEX_FOLDER | answer INDEX_FOLDER QUERIES | "
              + "time INDEX_FOLDER QUERIES REPEATS WARM_UPS");
      System.exit(1);
    }
  }

  private static void answerAll(LuceneRival rival, List<RivalQuery> queries) throws IOException {
    for (int number = 0; number < queries.size(); number++) {
      RivalQuery query = queries.get(number);
      long begin = System.nanoTime();
      LuceneRival.Answer answer = rival.answer(query);
      double taken = (System.nanoTime() - begin) / NANOSECONDS_A_MILLISECOND;
      long total = answer.total() != null ? answer.total() : rival.count(query);
      String top =
          answer.top().stream().map("\"%08d\""::formatted).collect(Collectors.joining(", "));
      String facets =
          answer.facets().entrySet().stream()
              .map(facet -> "\"%s\": [%s]".formatted(facet.getKey(), json(facet.getValue())))
              .collect(Collectors.joining(", "));
      System.out.printf(
          "{\"query\": %d, \"class\": \"%s\", \"best_ms\": %.5f, \"median_ms\": %.5f, "
              + "\"total\": %d, \"top\": [%s], \"facets\": {%s}}%n",
          number, query.className(), taken, taken, total, top, facets);
    }
  }

  private static String json(List<LabelAndValue> values) {
    return values.stream()
        .map(value -> "[\"%s\", %d]".formatted(value.label, value.value.longValue()))
        .collect(Collectors.joining(", "));
  }

  private static void timeAll(
      LuceneRival rival, List<RivalQuery> queries, int repeats, int warmUps) throws IOException {
    var order = new ArrayList<Integer>();
    for (int number = 0; number < queries.size(); number++) {
      order.add(number);
    }
    double[][] times = new double[queries.size()][repeats];
    var random = new Random(1);
    for (int round = -warmUps; round < repeats; round++) {
      Collections.shuffle(order, random);
      for (int number : order) {
        long begin = System.nanoTime();
        rival.answer(queries.get(number));
        long end = System.nanoTime();
        if (round >= 0) {
          times[number][round] = (end - begin) / NANOSECONDS_A_MILLISECOND;
        }
      }
    }
    for (int number = 0; number < times.length; number++) {
      Arrays.sort(times[number]);
      System.out.printf(
          "{\"query\": %d, \"class\": \"%s\", \"best_ms\": %.5f, \"median_ms\": %.5f}%n",
          number, queries.get(number).className(), times[number][0], times[number][repeats / 2]);
    }
  }
}
