package dev.envlens.image;

/**
 * Where the parts of an image's name are divided, before it is known whether each is good.
 *
 * @param path where the path begins, behind the host; 0 without a host
 * @param nameEnd where host and path end
 * @param tagColon the colon before the tag, or -1
 * @param at the {@code @} before the digest, or the end of the text
 */
record ImageParts(int path, int nameEnd, int tagColon, int at) {

  static ImageParts of(String text) {
    int sign = text.indexOf('@');
    int at = sign < 0 ? text.length() : sign;
    int colon = text.indexOf(':', text.lastIndexOf('/', at - 1) + 1);
    // A colon before the last slash is a port's.
    int tagColon = colon < at ? colon : -1;
    return new ImageParts(pathStart(text, at), tagColon < 0 ? at : tagColon, tagColon, at);
  }

  /**
   * Where the path begins: behind the host, if the first part looks like one. It does when it has a
   * dot or a colon, or is {@code localhost}. (Docker also takes a first part with capitals for a
   * host; no registry is called so, while {@code Microsoft/image} is a slip that people make.)
   */
  private static int pathStart(String text, int at) {
    int slash = text.indexOf('/');
    if (slash <= 0 || slash > at) {
      return 0;
    }
    String first = text.substring(0, slash);
    boolean host = first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
    return host ? slash + 1 : 0;
  }
}
