# What R's metafor takes for the work of assessment_bench.cpp.
# usage: Rscript rivals.R FOLDER [ROUNDS]    with what inputs.py wrote; one JSON line a measurement, milliseconds of the processor
suppressPackageStartupMessages(library(metafor))
arguments <- commandArgs(trailingOnly = TRUE)
rounds <- if (length(arguments) > 1) as.integer(arguments[2]) else 5L
effects <- read.csv(file.path(arguments[1], "effects.csv"))

measure <- function(what, work) {
  times <- numeric()
  for (one in seq_len(rounds)) {
    began <- sum(proc.time()[c("user.self", "sys.self")])
    result <- work()
    times <- c(times, 1000 * (sum(proc.time()[c("user.self", "sys.self")]) - began))
  }
  cat(sprintf('{"what": "%s", "by": "metafor %s", "median_ms": %.2f, "lowest_ms": %.2f, "highest_ms": %.2f, "result": %.10g}\n',
              what, packageVersion("metafor"), median(times), min(times), max(times), result))
}

# An n by n matrix is built for the studies, 800 MB for 10,000; and it says how it fares with fewer.
for (studies in c(100L, 1000L, 10000L)) {
  if (studies > 1000L && Sys.getenv("ALL_STUDIES") == "") next
  some <- effects[seq_len(studies), ]
  measure(sprintf("REML of %d effects, Hartung-Knapp", studies),
          function() rma(yi, vi, data = some, method = "REML", test = "knha")$tau2)
}
