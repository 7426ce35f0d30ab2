package dev.envlens.docker;

import com.github.dockerjava.api.model.ResponseItem;
import dev.envlens.check.Secrets;
import dev.envlens.progress.Progress;
import java.util.Optional;

/** Follows a pull or a push. */
final class Transfer<T extends ResponseItem> extends Listening<T> {

  private final Progress progress;
  private volatile String error = "";

  Transfer(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void onNext(T item) {
    if (item.getErrorDetail() != null && item.getErrorDetail().getMessage() != null) {
      error = item.getErrorDetail().getMessage();
    } else if (item.getStatus() != null && item.getProgressDetail() == null) {
      String layer = item.getId() == null ? "" : item.getId() + ": ";
      progress.line(Secrets.mask(layer + item.getStatus()));
    }
  }

  /** What the engine says went wrong; empty when nothing did. */
  Optional<String> error() {
    return Optional.of(Secrets.mask(error)).filter(text -> !text.isEmpty());
  }
}
