/** Tests of the command line: each runs a whole command in a folder of its own. */
package dev.envlens.cli;
