package dev.envlens.files;

import dev.envlens.link.UploadHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The SDK's hash of a folder, found out when it is first asked for. All bytes go through one MD5,
 * so it can't be put together from digests of files; it is remembered whole, with how all files
 * looked.
 */
final class FolderUpload implements UploadHash {

  private final Path root;
  private final IgnoreRules rules;
  private final DigestCache digests;
  private final BooleanSupplier cancelled;
  private boolean isKnown;
  private Optional<String> known = Optional.empty();

  FolderUpload(Path root, IgnoreRules rules, DigestCache digests, BooleanSupplier cancelled) {
    this.root = root;
    this.rules = rules;
    this.digests = digests;
    this.cancelled = cancelled;
  }

  /** How all files looked, as one digest. */
  private record Looks(String digest, boolean isRacy) {}

  @Override
  public synchronized Optional<String> hex() {
    if (!isKnown) {
      known = find();
      isKnown = true;
    }
    return known;
  }

  private Optional<String> find() {
    try {
      List<UploadPieces.Piece> pieces = UploadPieces.of(root, rules, cancelled);
      Looks looks = looks(pieces);
      Optional<DigestCache.Upload> kept = digests.upload(root);
      if (kept.filter(before -> before.looks().equals(looks.digest)).isPresent()) {
        return Optional.of(kept.get().md5());
      }
      String md5 = md5(pieces);
      if (!looks.isRacy && looks(pieces).digest.equals(looks.digest)) {
        digests.keep(root, new DigestCache.Upload(looks.digest, md5));
      }
      return Optional.of(md5);
    } catch (IOException | ContextFault unreadable) {
      return Optional.empty();
    }
  }

  private static Looks looks(List<UploadPieces.Piece> pieces) throws IOException {
    long now = ContextDigests.now();
    MessageDigest digest = Digests.sha256();
    boolean isRacy = false;
    for (var piece : pieces) {
      String text;
      if (piece instanceof UploadPieces.Content content) {
        FileLook look = FileLook.at(content.file());
        isRacy |= look.isRacy(now);
        text = look.toString();
      } else {
        text = ((UploadPieces.Name) piece).name();
      }
      digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
    }
    return new Looks(HexFormat.of().formatHex(digest.digest()), isRacy);
  }

  private String md5(List<UploadPieces.Piece> pieces) throws IOException {
    MessageDigest md5 = Digests.md5();
    md5.update(UploadPieces.BEGINNING);
    for (var piece : pieces) {
      if (piece instanceof UploadPieces.Content content) {
        try (InputStream in = Files.newInputStream(content.file())) {
          Digests.feed(md5, in, cancelled);
        }
      } else {
        md5.update(((UploadPieces.Name) piece).name().getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(md5.digest());
  }
}
