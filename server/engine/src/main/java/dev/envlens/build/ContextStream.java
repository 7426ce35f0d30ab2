package dev.envlens.build;

import dev.envlens.definition.HashInput;
import dev.envlens.files.FileUris;
import dev.envlens.link.ContextEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A build context as a tar stream that is made while it is read: nothing is copied to a disk, and a
 * file is open only while it is sent. It holds what was hashed, in a fixed order, with a fixed time
 * and owner, so that the same definition gives the same bytes; a file that has changed since ends
 * it. For one thread.
 */
public final class ContextStream extends InputStream {

  private static final String IGNORE_FILE = ".dockerignore";

  private static final int PIECE = 64 * 1024;

  /** 1980-01-01, the earliest that every archive format can say. */
  private static final long TIME_MILLIS = 315_532_800_000L;

  /** Something to send. */
  private sealed interface Part {
    String path();
  }

  private record Text(String path, String text) implements Part {}

  private record OnDisk(String path, Path file, ContextEntry.File hashed) implements Part {}

  private record Link(String path, String target) implements Part {}

  private final Deque<Part> left;
  private final ByteArrayOutputStream made = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar =
      new TarArchiveOutputStream(made, StandardCharsets.UTF_8.name());
  private byte[] ready = new byte[0];
  private int position;
  private Optional<Sending> sending = Optional.empty();
  private boolean ended;
  private volatile String fault = "";

  /** A file that is being sent. */
  private record Sending(OnDisk part, InputStream in, MessageDigest digest) {}

  private ContextStream(List<Part> parts) {
    this.left = new ArrayDeque<>(parts);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  /** The context of a plan: its folder's files with the Dockerfile, or what was generated alone. */
  static ContextStream of(BuildPlan plan) {
    return of(plan, plan.dockerfile().text());
  }

  /** The same with another text as the Dockerfile. */
  static ContextStream of(BuildPlan plan, String text) {
    Map<String, Part> parts = new LinkedHashMap<>();
    String dockerfile = plan.dockerfilePath();
    if (plan.input().docker().orElse(null) instanceof HashInput.LocalContext context) {
      URI folder = plan.folder().orElseThrow();
      context.otherFiles().forEach(entry -> parts.put(entry.path(), part(folder, entry)));
      if (plan.hidden() && !parts.containsKey(IGNORE_FILE)) {
        // Engines read the Dockerfile, then keep it from the build, when they are told so.
        put(parts, IGNORE_FILE, dockerfile + "\n" + IGNORE_FILE + "\n");
      }
    }
    put(parts, dockerfile, text);
    plan.dockerfile()
        .condaFile()
        .ifPresent(file -> put(parts, GeneratedDockerfile.CONDA_FILE, file));
    List<Part> sorted = new ArrayList<>(parts.values());
    sorted.sort(Comparator.comparing(Part::path));
    return new ContextStream(sorted);
  }

  private static void put(Map<String, Part> parts, String path, String text) {
    parts.put(path, new Text(path, text));
  }

  private static Part part(URI folder, ContextEntry entry) {
    return entry instanceof ContextEntry.Link link
        ? new Link(link.path(), link.target())
        : new OnDisk(entry.path(), file(folder, entry.path()), (ContextEntry.File) entry);
  }

  private static Path file(URI folder, String path) {
    String base = folder.getPath().endsWith("/") ? folder.getPath() : folder.getPath() + "/";
    try {
      String authority = folder.getAuthority() == null ? "" : folder.getAuthority();
      return FileUris.toPath(new URI("file", authority, base + path, null, null))
          .orElseThrow(() -> new IllegalArgumentException(path));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** Why it ended early, as a sentence; empty when it didn't. */
  Optional<String> fault() {
    return Optional.of(fault).filter(text -> !text.isEmpty());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == ready.length) {
      if (ended) {
        return -1;
      }
      make();
      ready = made.toByteArray();
      made.reset();
      position = 0;
    }
    int count = Math.min(length, ready.length - position);
    System.arraycopy(ready, position, target, offset, count);
    position += count;
    return count;
  }

  private void make() throws IOException {
    if (sending.isPresent()) {
      go(sending.get());
      return;
    }
    var next = left.poll();
    if (next == null) {
      tar.finish();
      tar.flush();
      ended = true;
    } else if (next instanceof Text text) {
      byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
      begin(text.path(), bytes.length, false);
      tar.write(bytes);
      tar.closeArchiveEntry();
    } else if (next instanceof Link link) {
      var entry = new TarArchiveEntry(link.path(), TarConstants.LF_SYMLINK);
      entry.setLinkName(link.target());
      plain(entry, 0777);
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    } else if (next instanceof OnDisk file) {
      open(file);
    }
  }

  private void open(OnDisk file) throws IOException {
    try {
      var in = Files.newInputStream(file.file(), LinkOption.NOFOLLOW_LINKS);
      sending = Optional.of(new Sending(file, in, sha256()));
    } catch (AccessDeniedException forbidden) {
      fault =
          "'%s' of the build context may not be read: you have no permission for it."
              .formatted(file.path());
      throw forbidden;
    } catch (IOException goneOrOtherwise) {
      throw changed(file);
    }
    begin(file.path(), file.hashed().size(), file.hashed().executable());
  }

  private void go(Sending now) throws IOException {
    byte[] piece = now.in().readNBytes(PIECE);
    if (piece.length > 0) {
      now.digest().update(piece);
      try {
        tar.write(piece);
      } catch (IOException longerThanItWas) {
        throw changed(now.part());
      }
      return;
    }
    now.in().close();
    sending = Optional.empty();
    String digest = HexFormat.of().formatHex(now.digest().digest());
    if (!digest.equals(now.part().hashed().sha256())) {
      throw changed(now.part());
    }
    tar.closeArchiveEntry();
  }

  private void begin(String path, long size, boolean executable) throws IOException {
    var entry = new TarArchiveEntry(path, TarConstants.LF_NORMAL);
    entry.setSize(size);
    plain(entry, executable ? 0755 : 0644);
    tar.putArchiveEntry(entry);
  }

  private static void plain(TarArchiveEntry entry, int mode) {
    entry.setMode(mode);
    entry.setModTime(TIME_MILLIS);
    entry.setIds(0, 0);
    entry.setNames("", "");
  }

  private IOException changed(OnDisk file) {
    fault =
        "'%s' changed while the build context was read. Build again once nothing writes there."
            .formatted(file.path());
    return new IOException(fault);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    if (sending.isPresent()) {
      sending.get().in().close();
    }
  }
}
