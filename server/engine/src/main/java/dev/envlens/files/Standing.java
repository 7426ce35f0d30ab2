package dev.envlens.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/** What stands at a path once links are followed, found without opening it. */
sealed interface Standing {

  /** A regular file of {@code size} bytes. */
  record File(long size) implements Standing {}

  record Folder() implements Standing {}

  record Nothing() implements Standing {}

  /** It is there and can't be used; {@code reason} goes on after the name: "is a broken link". */
  record Fault(String reason) implements Standing {}

  /** Said of pipes, sockets and devices, which may block whoever opens them. */
  String SPECIAL = "is a pipe, a socket or a device, not a file";

  static Standing at(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        return new File(attributes.size());
      }
      return attributes.isDirectory() ? new Folder() : new Fault(SPECIAL);
    } catch (IOException fault) {
      return ofFault(path, fault);
    }
  }

  /** Why {@code path} could not be read, to go on after its name. */
  static String reason(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "may not be read: you have no permission for it";
    }
    if (fault instanceof NoSuchFileException) {
      return "isn't there any more";
    }
    return fault instanceof FileSystemException named && named.getReason() != null
        ? "can't be read: " + named.getReason()
        : "can't be read";
  }

  private static Standing ofFault(Path path, IOException fault) {
    if (Files.isSymbolicLink(path)) {
      return new Fault(brokenLink(path));
    }
    if (fault instanceof NoSuchFileException) {
      return new Nothing();
    }
    if (fault instanceof AccessDeniedException) {
      return new Fault(reason(fault));
    }
    Path folder = path.getParent();
    Standing above = folder == null ? new Folder() : at(folder);
    if (above instanceof File || above instanceof Nothing) {
      return new Nothing();
    }
    return above instanceof Fault why
        ? new Fault("can't be reached: '" + FileNames.slashed(folder) + "' " + why.reason())
        : new Fault(reason(fault));
  }

  private static String brokenLink(Path link) {
    Set<Path> seen = new HashSet<>();
    Path at = link.toAbsolutePath().normalize();
    try {
      while (Files.isSymbolicLink(at)) {
        if (!seen.add(at)) {
          return "is a link that leads back to itself";
        }
        at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
      }
      return "is a broken link: '"
          + FileNames.slashed(Files.readSymbolicLink(link))
          + "' isn't there or can't be reached";
    } catch (NotLinkException replaced) {
      return "changed while it was read";
    } catch (IOException fault) {
      return reason(fault);
    }
  }
}
