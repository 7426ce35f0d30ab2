/**
 * A Dockerfile as Docker reads it, with the exact place of everything in it.
 *
 * <p>{@link dev.envlens.dockerfile.Dockerfile#parse} never throws, gives what it understood and the
 * problems beside it, and takes time in proportion to the text. What a rule wants to know of it
 * (base images, the commands of a {@code RUN}, the packages that they install) is asked of {@link
 * dev.envlens.dockerfile.Dockerfile}. Nothing here looks at the build context.
 */
package dev.envlens.dockerfile;
