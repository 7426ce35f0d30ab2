/**
 * A workspace: registered environments by name and version. {@link dev.envlens.workspace.Workspace}
 * is the port; its operations may take long, come in pages and fail, and what they answer may be
 * changed by somebody else a moment later. Nothing above knows which implementation it talks to.
 */
package dev.envlens.workspace;
