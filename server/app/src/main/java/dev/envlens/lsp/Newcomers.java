package dev.envlens.lsp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What follows when something becomes known that documents wanted to know. */
final class Newcomers implements LiveFacts.Askers {

  private final Session session;
  private final Annotations annotations;
  private final StatusNotices notices;

  Newcomers(Session session, Annotations annotations, StatusNotices notices) {
    this.session = session;
    this.annotations = annotations;
    this.notices = notices;
  }

  @Override
  public Set<Question<?>> wanted() {
    Set<Question<?>> wanted = new LinkedHashSet<>();
    session.analyses().inquiries().values().forEach(inquiry -> wanted.addAll(inquiry.all()));
    return wanted;
  }

  /** Where findings may depend on it, the analysis leads to all else. */
  @Override
  public void answered(Question<?> question) {
    session
        .analyses()
        .inquiries()
        .forEach(
            (uri, inquiry) -> {
              if (inquiry.decidesFindings(question)) {
                session.analyses().factsChanged(uri);
              } else if (inquiry.includes(question)) {
                session.analyses().newest(uri).ifPresent(this::look);
              }
            });
  }

  private void look(Analysis analysis) {
    annotations.changed(List.of(analysis));
    notices.look(analysis);
  }
}
