package dev.envlens.docker;

import com.github.dockerjava.api.exception.DockerException;
import dev.envlens.check.Secrets;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Tells what went wrong between here and a Docker engine as one sentence for a user. */
final class EngineFaults {

  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Set<String> BROKEN =
      Set.of("ConnectionClosedException", "NoHttpResponseException", "TruncatedChunkException");

  private EngineFaults() {}

  /**
   * @param address where the engine is
   */
  static EngineFault of(String address, Throwable cause) {
    return new EngineFault(sentence(address, cause), cause);
  }

  private static String sentence(String address, Throwable fault) {
    if (chain(fault).anyMatch(EngineFaults::isForbidden)) {
      return "The Docker engine at %s may not be used: you have no permission for its socket. Join the group 'docker', or use a rootless engine."
          .formatted(address);
    }
    if (chain(fault).anyMatch(EngineFaults::isAbsent)) {
      return "The Docker engine at %s doesn't answer. Start Docker, or name another engine by DOCKER_HOST."
          .formatted(address);
    }
    if (chain(fault).anyMatch(EngineFaults::isBroken)) {
      return "The Docker engine at %s went away in the middle. Start Docker, and try again."
          .formatted(address);
    }
    if (chain(fault).anyMatch(SocketTimeoutException.class::isInstance)) {
      return "The Docker engine at %s didn't answer in time. Try again, or restart Docker."
          .formatted(address);
    }
    var tls = chain(fault).filter(SSLException.class::isInstance).findFirst();
    if (tls.isPresent() || said(fault).contains("HTTP request to an HTTPS server")) {
      return "No secure connection to the Docker engine at %s: %s. Check DOCKER_TLS_VERIFY and the certificates in DOCKER_CERT_PATH."
          .formatted(
              address, tls.map(Throwable::getMessage).orElse("it wants TLS, which isn't set up"));
    }
    if (fault instanceof DockerException) {
      return "The Docker engine at %s refused: %s.".formatted(address, strip(said(fault)));
    }
    return "The connection to the Docker engine at %s broke: %s. Start Docker, and try again."
        .formatted(address, strip(said(fault)));
  }

  /** What the engine said, without secrets. */
  static String said(Throwable fault) {
    String text =
        chain(fault)
            .map(Throwable::getMessage)
            .filter(message -> message != null && !message.isBlank())
            .findFirst()
            .orElse(fault.getClass().getSimpleName());
    return Secrets.mask(message(text).orElse(text).replaceAll("\\s+", " ").strip());
  }

  /** Engines answer {@code {"message": "…"}}, which docker-java quotes behind the status. */
  private static Optional<String> message(String text) {
    var matcher = MESSAGE.matcher(text);
    return matcher.find()
        ? Optional.of(
            matcher.group(1).replace("\\n", " ").replace("\\\"", "\"").replace("\\\\", "\\"))
        : Optional.empty();
  }

  private static String strip(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static boolean isForbidden(Throwable fault) {
    return fault instanceof AccessDeniedException
        || (isOurs(fault) && lower(fault).contains("permission denied"));
  }

  private static boolean isAbsent(Throwable fault) {
    String message = lower(fault);
    return fault instanceof ConnectException
        || fault instanceof UnknownHostException
        || fault instanceof NoRouteToHostException
        || fault instanceof NoSuchFileException
        || fault instanceof FileNotFoundException
        || (isOurs(fault)
            && (message.contains("connection refused")
                || message.contains("no such file or directory")));
  }

  /** What an engine answers tells of its own troubles, with a registry as an example. */
  private static boolean isOurs(Throwable fault) {
    return !(fault instanceof DockerException);
  }

  /** The HTTP client has names of its own for this, and says them in its messages. */
  private static boolean isBroken(Throwable fault) {
    String message = lower(fault);
    return fault instanceof EOFException
        || BROKEN.contains(fault.getClass().getSimpleName())
        || message.contains("connection reset")
        || message.contains("broken pipe");
  }

  private static String lower(Throwable fault) {
    return fault.getMessage() == null ? "" : fault.getMessage().toLowerCase(Locale.ROOT);
  }

  private static Stream<Throwable> chain(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
