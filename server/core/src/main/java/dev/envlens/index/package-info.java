/**
 * What the files of a workspace define and use, kept small, and the questions that are asked
 * backwards: who uses this environment, this name, this file; which environments share an image.
 *
 * <p>Pure: whoever reads the files makes a {@link dev.envlens.index.FileSummary} of each and puts
 * it into the {@link dev.envlens.index.WorkspaceIndex}. Every question is answered from memory.
 */
package dev.envlens.index;
