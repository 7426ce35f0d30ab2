package dev.envlens.registry;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * What went wrong, as a sentence.
 *
 * @param host who was asked
 */
record Faults(String host, Clock clock) {

  /** No registry makes anybody wait longer before its next question. */
  private static final Duration LONGEST = Duration.ofHours(1);

  RegistryFault of(IOException fault, Duration limit) {
    if (fault instanceof SocketTimeoutException) {
      return new RegistryFault(
          "%s did not answer within %s s. Look at your network, or ask again later."
              .formatted(host, seconds(limit)));
    }
    if (fault instanceof UnknownHostException) {
      return new RegistryFault(
          "%s can't be found: no name server knows it. Look at how it is written in the settings, and at your network."
              .formatted(host));
    }
    if (fault instanceof ConnectException) {
      return new RegistryFault(
          "%s can't be reached: nothing answers there. Start the registry, or look at its address in the settings."
              .formatted(host));
    }
    if (fault instanceof SSLException) {
      return new RegistryFault(
          "%s has no certificate that this machine trusts. Have Java trust its authority, or look at the registry's address in the settings."
              .formatted(host));
    }
    if (fault instanceof EOFException) {
      return halfAnAnswer();
    }
    return new RegistryFault(
        "The connection to %s broke. Look at your network, or ask again later.".formatted(host));
  }

  RegistryFault halfAnAnswer() {
    return new RegistryFault(
        "%s broke off in the middle of its answer. Ask again later.".formatted(host));
  }

  RegistryFault noRegistry() {
    return new RegistryFault(
        "%s answers, but not as a registry does. Look at its address in the settings."
            .formatted(host));
  }

  /** A status that says why there is no answer. */
  RegistryFault of(Answer answer, String repository, Credential credential) {
    int status = answer.status();
    if (status == 401) {
      return new RegistryFault(
          (credential instanceof Credential.None
                  ? "%s wants to know who asks (401), and Docker has no credentials for it. Run 'docker login %s'."
                  : "%s refuses the credentials that Docker has for it (401). Run 'docker login %s' again.")
              .formatted(host, host));
    }
    if (status == 403) {
      return new RegistryFault(
          "%s doesn't let you read %s (403). Ask its owner for the right to pull."
              .formatted(host, repository));
    }
    if (status == 429) {
      return new RegistryFault(
          "%s was asked too often (429). It is left alone for a while.".formatted(host),
          again(answer));
    }
    if (status >= 500) {
      return new RegistryFault(
          "%s has a fault of its own (%d). Ask again later.".formatted(host, status),
          again(answer));
    }
    return noRegistry();
  }

  /** By RFC 9110: seconds, or a date. */
  private Optional<Instant> again(Answer answer) {
    Instant now = clock.instant();
    return answer
        .header("Retry-After")
        .flatMap(text -> again(text.strip(), now))
        .filter(again -> again.isAfter(now))
        .map(again -> again.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : again);
  }

  private static Optional<Instant> again(String text, Instant now) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(text)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0
        ? Long.toString(limit.toSeconds())
        : Double.toString(limit.toMillis() / 1000.0);
  }
}
