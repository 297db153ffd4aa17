package rival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A line that generate_queries writes; its first comment has the format. */
record RivalQuery(
    String className,
    Task task,
    Operator operator,
    List<String> words,
    String country,
    YearRange years) {

  enum Task {
    TOP,
    COUNT,
    FACETS
  }

  enum Operator {
    OR,
    AND,
    PHRASE,
    PREFIX,
    TYPO,
    TYPING,
    TYPING_TYPO
  }

  record YearRange(int first, int last) {}

  /** `country` is empty and `years` null where the query has no such filter. */
  static List<RivalQuery> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(RivalQuery::parse).toList();
  }

  private static RivalQuery parse(String line) {
    String[] fields = line.split("\t", -1);
    return new RivalQuery(
        fields[0],
        Task.valueOf(fields[1].toUpperCase()),
        Operator.valueOf(fields[2].toUpperCase()),
        List.of(fields[3].split(" ")),
        fields[4],
        parseYears(fields[5]));
  }

  private static YearRange parseYears(String field) {
    if (field.isEmpty()) {
      return null;
    }
    String[] years = field.split(" ");
    return new YearRange(Integer.parseInt(years[0]), Integer.parseInt(years[1]));
  }
}
