package dev.envlens.cli;

/** A way to print a report. */
interface ReportFormat {

  String text(Report report);
}
