package dev.envlens.lsp;

import dev.envlens.index.WorkspaceIndex;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows when the index of the workspace learns something. */
final class IndexEvents implements IndexListener {

  /** How many files that aren't open are analysed for those that are. */
  private static final int MOST_GUESTS = 50;

  private final Analyses analyses;
  private final LiveFiles files;
  private final Documents documents;
  private final Annotations annotations;
  private final Map<URI, List<URI>> served = new HashMap<>();

  IndexEvents(Analyses analyses, LiveFiles files, Documents documents, Annotations annotations) {
    this.analyses = analyses;
    this.files = files;
    this.documents = documents;
    this.annotations = annotations;
  }

  @Override
  public List<Analysis> open() {
    return analyses.all();
  }

  @Override
  public void lookedAgain() {
    files.lookAgain();
  }

  @Override
  public void remarked(WorkspaceIndex index, Set<String> marks) {
    annotations.changed(
        analyses.all().stream()
            .filter(
                analysis ->
                    isConda(analysis)
                        || index
                            .of(analysis.document().uri())
                            .filter(known -> known.looksFor(marks))
                            .isPresent())
            .toList());
  }

  /** Its hints speak of the images of all who use it. */
  private static boolean isConda(Analysis analysis) {
    return analysis.contents().filter(known -> !known.condaFiles().isEmpty()).isPresent();
  }

  /** Files that lead to an open one are analysed, since they say something of it. */
  @Override
  public void relinked(WorkspaceIndex index) {
    var guests = new LinkedHashSet<URI>();
    for (var document : documents.all()) {
      for (var user : index.allUsersOf(document.uri())) {
        boolean defines =
            index.of(user).filter(known -> !known.definitions().isEmpty()).isPresent();
        if (defines && documents.get(user).isEmpty() && guests.size() < MOST_GUESTS) {
          guests.add(user);
        }
      }
    }
    analyses.invite(guests);
    serve(index, guests);
  }

  /** Whoever is served otherwise than before is checked again. */
  private synchronized void serve(WorkspaceIndex index, Set<URI> guests) {
    Map<URI, List<URI>> now = new HashMap<>();
    for (var document : documents.all()) {
      now.put(document.uri(), deployments(index, document.uri()));
    }
    guests.forEach(guest -> now.put(guest, deployments(index, guest)));
    now.forEach(
        (file, deployments) -> {
          if (!deployments.equals(served.getOrDefault(file, List.of()))) {
            analyses.factsChanged(file);
          }
        });
    served.clear();
    served.putAll(now);
  }

  private static List<URI> deployments(WorkspaceIndex index, URI file) {
    return index.of(file).stream()
        .flatMap(known -> known.definitions().stream())
        .flatMap(definition -> index.onlineDeploymentsOf(definition).stream())
        .toList();
  }
}
