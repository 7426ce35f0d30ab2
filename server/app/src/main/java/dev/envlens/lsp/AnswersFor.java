package dev.envlens.lsp;

import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import dev.envlens.known.RegisteredVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is known, for one who asks: each question is noted before it is answered from memory. */
record AnswersFor(LiveFacts facts, Inquiry inquiry, Inquiry.Asker asker)
    implements Registered, KnownImages {

  private <T> Optional<T> answer(Question<T> question) {
    inquiry.note(question, asker);
    return facts.answer(question);
  }

  @Override
  public Optional<List<RegisteredVersion>> versions(String name) {
    return answer(new Question.Versions(name));
  }

  @Override
  public Optional<List<String>> names() {
    return answer(new Question.Names());
  }

  @Override
  public List<RegisteredVersion> sharing(String hash) {
    return answer(new Question.Sharing(hash)).orElse(List.of());
  }

  @Override
  public Optional<CacheStatus> status(String hash) {
    return answer(new Question.Status(hash));
  }

  @Override
  public Optional<BuiltImage> built(String hash) {
    return answer(new Question.Built(hash)).flatMap(image -> image);
  }

  @Override
  public Optional<Duration> lastTook(String hash) {
    return answer(new Question.LastTook(hash)).flatMap(took -> took);
  }

  @Override
  public Optional<BaseImage> base(String reference) {
    return answer(new Question.Base(reference)).flatMap(image -> image);
  }
}
