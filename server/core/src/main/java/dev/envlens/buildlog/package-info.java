/**
 * Why a build failed, told from its log: which kind of problem, in words for whoever wrote the
 * environment, at the line of the definition that is at fault.
 *
 * <p>{@link dev.envlens.buildlog.BuildLog} takes the lines as they come and keeps little of them; a
 * log may be huge. To recognize another wording, add a {@link dev.envlens.buildlog.Signature}, with
 * a log that has it and one that nearly has it among the tests.
 */
package dev.envlens.buildlog;
